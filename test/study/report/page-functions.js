/** What is measured inside the page: the functions run in the browser and use nothing of this file but their arguments. */

/** The boxes of all text of an SVG, and the SVG's own. */
export function textBoxes(svg) {
  const around = (node, text) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { text, left, top, right, bottom };
  };
  return {
    frame: around(svg, ''),
    boxes: [...svg.querySelectorAll('text')].map((text) => around(text, text.textContent)),
  };
}

/** How wide texts are in a font. */
export function textWidths({ samples, font }) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = font;
  return samples.map((text) => context.measureText(text).width);
}

/** The contrast of every text that is seen against what it stands on (WCAG 2.2, 1.4.3), and what it needs. */
export function contrasts() {
  const parse = (color) => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return { rgb: [r, g, b], opaque: a > 0 };
  };
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ({ rgb: [r, g, b] }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const background = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (!at.ownerSVGElement && color.opaque) return color;
    }
    throw new Error('nothing is behind the text');
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent.trim();
    const unseen = /^(?:script|style|title|desc|option)$/i.test(parent.tagName) || parent.getClientRects().length === 0;
    if (text === '' || unseen) continue;
    const style = getComputedStyle(parent);
    const [dark, light] = [parse(parent.ownerSVGElement ? style.fill : style.color), background(parent)]
      .map(luminance)
      .sort((a, b) => a - b);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    found.push({ text: text.slice(0, 40), ratio: (light + 0.05) / (dark + 0.05), needed: large ? 3 : 4.5 });
  }
  return found;
}

/** Text and controls that stand out of the window, but for what stands in a region that scrolls sideways. */
export function cutText() {
  const cut = [];
  const look = (box, name) => {
    if (box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
      cut.push(`${name} (${Math.round(box.left)} to ${Math.round(box.right)})`);
  };
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (text === '' || node.parentElement.closest('script, style, .scroll, .skip, option')) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) look(box, text.slice(0, 60));
  }
  for (const control of document.querySelectorAll('select, button, fieldset, .chart, dialog[open], .scroll'))
    look(control.getBoundingClientRect(), control.tagName);
  return cut;
}

/** What has the focus: its kind, its words, and for a point its reference. */
export function focused() {
  const { activeElement: node } = document;
  if (node === document.body) return null;
  const words = node.getAttribute('aria-label') ?? node.closest('label')?.textContent ?? node.textContent;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  return {
    tag: node.tagName.toLowerCase(),
    id: node.id,
    name: node.getAttribute('name'),
    words: words.trim().slice(0, 120),
    point: node.dataset?.point ?? null,
    figure: node.closest('svg')?.id || null,
    seen: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || node.classList.contains('active'),
  };
}

/** Tries what the page's policy forbids: a script and a style of others, an image and a request. */
export function misbehave(address) {
  const script = document.createElement('script');
  script.textContent = 'globalThis.ran = true';
  const style = document.createElement('style');
  style.textContent = 'body { color: red }';
  const image = document.createElement('img');
  image.src = `${address}/image`;
  document.body.append(script, style, image);
  fetch(`${address}/request`).catch(() => {});
}

/** Keeps the references of all points that get the focus, in `remembered`. */
export function rememberFocus() {
  globalThis.remembered = [];
  document.addEventListener('focusin', ({ target }) => globalThis.remembered.push(target.dataset.point));
}
