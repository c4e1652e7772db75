/** What a point says, beside it, while it has the focus or the pointer. */
import { element } from './dom.js';

const tip = element('div', { id: 'tip', role: 'tooltip', hidden: true });
/** Between the point and its words, and between these and the edge of the window, in pixels. */
const NEAR = 10;
/** The point that is spoken of. */
let of = null;

export function addTip() {
  document.body.append(tip);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hideTip();
  });
  addEventListener('scroll', place, { passive: true, capture: true });
}

export function hideTip() {
  of = null;
  tip.hidden = true;
}

/** Shows `words` above `mark`, or below it where there is no room. */
export function showTip(mark, words) {
  of = mark;
  tip.textContent = words;
  tip.hidden = false;
  place();
}

function place() {
  if (!of) return;
  const at = of.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - NEAR;
  tip.style.left = `${Math.max(NEAR, Math.min(room, at.left + at.width / 2 - width / 2))}px`;
  tip.style.top = `${at.top - height - NEAR > 0 ? at.top - height - NEAR : at.bottom + NEAR}px`;
}
