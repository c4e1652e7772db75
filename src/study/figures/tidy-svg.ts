/** What Vega draws, made a figure: named for those who cannot see it, without clutter, the same bytes each time. */
import { escapeMarkup } from './escape-markup.ts';
import type { Drawing } from './figure.ts';
import { FONT } from './palette.ts';

/** Attributes that say what is the default, or speak of Vega's own parts. */
const CLUTTER =
  / (?:(?:class|role|aria-roledescription|aria-hidden|pointer-events|font-family)="[^"]*"|opacity="1"|text-anchor="start")/g;
/** Vega's backgrounds and foregrounds of groups, of which none is seen here. */
const EMPTY = /<path class="(?:background|foreground)"[^>]*\/>/g;
/** A circle as Vega draws it: two arcs around its place. */
const CIRCLE = / transform="translate\(([\d.-]+),([\d.-]+)\)" d="M([\d.]+),0A[^"]*"/;
const NUMBERED = /(?<=[ "(,A-Za-z-])\d+\.\d{3,}/g;

/**
 * The SVG of a drawing from what Vega made of it. It has `role="img"`, a title and a description, the font once, and
 * coordinates of two decimals. Marks of the data carry `data-point="measure.period"` or `data-label="words"`. Ids, which
 * Vega counts up over the life of the process, are counted from 1 in each figure and begin with its name.
 */
export function tidySvg(drawn: string, { id, title, alt, width, height }: Drawing): string {
  const body = drawn
    .replace(/^<svg[^>]*>/, '')
    .replace(EMPTY, '')
    .replace(/<[^>]*>/g, tidyTag);
  const name = `figure-${id}`;
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" id="${name}" role="img" aria-labelledby="${name}-title ${name}-desc" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">` +
    `<title id="${name}-title">${escapeMarkup(title)}</title><desc id="${name}-desc">${escapeMarkup(alt)}</desc>`;
  return open + withOwnIds(withSharedStyle(withoutEmptyGroups(body)), name);
}

function tidyTag(tag: string): string {
  if (tag[1] === '/') return tag;
  const tidied = tag
    .replace(CLUTTER, '')
    .replace(/ aria-label="@([\d.]+)"/, ' data-point="$1"')
    .replace(/ aria-label="=([^"]*)"/, ' data-label="$1"')
    .replace(/ aria-label="[^"]*"/, '')
    .replace(/ transform="translate\(0,0\)"/, '')
    .replace(/ (?:d|x2|y2|width|height|transform|points)="[^"]*"/g, (attribute) =>
      attribute.replace(NUMBERED, (number) => String(Math.round(Number(number) * 100) / 100)),
    )
    .replace(/ fill="[^"]*"(.*) opacity="0"/, ' fill="none"$1')
    .replace(/ stroke="[^"]*" stroke-width="0"/, '');
  if (!/^<path(?: data-(?:point|label)="[^"]*")? /.test(tidied) || !CIRCLE.test(tidied)) return tidied;
  return tidied.replace('<path', '<circle').replace(CIRCLE, ' cx="$1" cy="$2" r="$3"');
}

/** What a group hands down to its marks. */
const INHERITED = /^(?:fill|stroke|stroke-width|stroke-dasharray|font-size|font-weight|text-anchor)="/;
const MARKS = /<g>((?:<(?:path|circle|line)(?: [^>]*)?\/>|<text(?: [^>]*)?>[^<]*<\/text>){2,})<\/g>/g;

/** Says once, on their group, what all marks of a group have in common. */
function withSharedStyle(svg: string): string {
  return svg.replace(MARKS, (_, marks: string) => {
    const tags = marks.match(/<[a-z][^>]*>/g)!;
    const styles = tags.map((tag) =>
      (tag.match(/ [a-z-]+="[^"]*"/g) ?? []).map((one) => one.slice(1)).filter((one) => INHERITED.test(one)),
    );
    const shared = styles[0]!.filter((one) => styles.every((style) => style.includes(one)));
    const bare = marks.replace(/<[a-z][^>]*>/g, (tag) =>
      shared.reduce((rest, one) => rest.replace(` ${one}`, ''), tag),
    );
    return `<g${shared.map((one) => ` ${one}`).join('')}>${bare}</g>`;
  });
}

/** Groups that hold nothing, and then those that held nothing else. */
function withoutEmptyGroups(svg: string): string {
  for (let before = ''; before !== svg; ) {
    before = svg;
    svg = svg.replace(/<g(?: [^>]*)?><\/g>/g, '').replace(/<g(?: [^>]*)?\/>/g, '');
  }
  return svg;
}

function withOwnIds(svg: string, figure: string): string {
  const own = new Map<string, string>();
  for (const [, name] of svg.matchAll(/ id="([^"]*)"/g)) own.set(name!, `${figure}-${own.size + 1}`);
  if (own.size === 0) return svg;
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/ id="([^"]*)"/g, (_, name: string) => ` id="${own.get(name)}"`)
      .replace(/url\(#([^)]*)\)/g, (whole, name: string) => (own.has(name) ? `url(#${own.get(name)})` : whole)),
  );
}
