/** The key of a figure: a line that shows each mark beside its meaning. */
import { DOTS, type DotStyle } from './dot-layers.ts';
import type { Spec } from './figure.ts';
import { textWidth } from './metrics.ts';
import { DASH, PALETTE, RIBBON, SIZE } from './palette.ts';
import { text } from './panel.ts';

export type KeyMark = 'first' | 'second' | 'ribbon' | 'change' | 'level' | 'event' | `${DotStyle}-dot`;

export interface KeyEntry {
  mark: KeyMark;
  words: string;
}

/** Width of a sample, and the space after it and between entries. */
const SAMPLE = 26;
const SPACE = 6;
const BETWEEN = 18;
export const KEY_HEIGHT = 22;

/**
 * Layers that draw the key in one or more lines of at most `width`, the last `above` pixels over the upper edge of the panel
 * they belong to and from `left`. `lines` says how many there are.
 */
export function keyLayers(
  entries: readonly KeyEntry[],
  width: number,
  above: number,
  left = 0,
): { layers: Spec[]; lines: number } {
  const placed: { entry: KeyEntry; x: number; line: number }[] = [];
  let [x, line] = [0, 0];
  for (const entry of entries) {
    const needed = SAMPLE + SPACE + textWidth(entry.words, SIZE.label);
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    placed.push({ entry, x, line });
    x += needed + BETWEEN;
  }
  const lines = line + 1;
  const layers = placed.flatMap(({ entry, x: at, line: own }) => {
    const y = -above - (lines - 1 - own) * KEY_HEIGHT;
    return [
      ...sample(entry.mark, left + at, y - 4),
      text(entry.words, left + at + SAMPLE + SPACE, y, { fontSize: SIZE.label }),
    ];
  });
  return { layers, lines };
}

function sample(mark: KeyMark, x: number, y: number): Spec[] {
  const middle = x + SAMPLE / 2;
  const across = (style: Spec): Spec => rule(x, y, x + SAMPLE, y, style);
  const upright = (style: Spec): Spec => rule(middle, y - 7, middle, y + 6, style);
  switch (mark) {
    case 'first':
      return [across({ color: PALETTE.first, strokeWidth: 1.7 }), dot('first', middle, y)];
    case 'second':
      return [across({ color: PALETTE.second, strokeWidth: 1.7, strokeDash: DASH.second }), dot('second', middle, y)];
    case 'ribbon':
      return [
        place(
          { type: 'rect', color: PALETTE.first, opacity: RIBBON.first },
          { x, y: y - 5, x2: x + SAMPLE, y2: y + 5 },
        ),
      ];
    case 'change':
      return [upright({ color: PALETTE.ink, strokeDash: DASH.change })];
    case 'level':
      return [across({ color: PALETTE.ink, strokeWidth: 2 })];
    case 'event':
      return [upright({ color: PALETTE.muted })];
    case 'first-dot':
    case 'second-dot':
    case 'third-dot': {
      const style = mark.slice(0, -4) as DotStyle;
      return [across({ color: DOTS[style].color, strokeWidth: 1.4 }), dot(style, middle, y)];
    }
  }
}

function dot(style: DotStyle, x: number, y: number): Spec {
  const { shape, color, fill } = DOTS[style];
  return place({ type: 'point', shape, size: 26, stroke: color, strokeWidth: 1.3, fill, opacity: 1 }, { x, y });
}

const rule = (x: number, y: number, x2: number, y2: number, style: Spec): Spec =>
  place({ type: 'rule', strokeWidth: 1, ...style }, { x, y, x2, y2 });

/** A single mark at places in pixels. */
export function place(mark: Spec, at: Record<string, number>): Spec {
  const encoding = Object.fromEntries(Object.entries(at).map(([channel, value]) => [channel, { value }]));
  return { data: { values: [{}] }, mark, encoding };
}
