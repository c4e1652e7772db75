/** Boxes of text, and whether they get on. */

export interface Box {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Contrast {
  text: string;
  ratio: number;
  needed: number;
}

/** Of the height of two boxes so much may be shared: a line of text is higher than its letters. */
const LEADING = 3;

/** Pairs of boxes that overlap by more than rounding. */
export function overlaps(boxes: readonly Box[]): string[] {
  const sorted = [...boxes].sort((a, b) => a.left - b.left);
  return sorted.flatMap((a, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < sorted.length && sorted[next]!.left < a.right - 0.5; next++) {
      const b = sorted[next]!;
      if (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > LEADING) found.push(`${a.text} | ${b.text}`);
    }
    return found;
  });
}

/** Boxes that stand out of their frame. */
export const outside = ({ frame, boxes }: { frame: Box; boxes: Box[] }): string[] =>
  boxes
    .filter(
      (box) =>
        box.left < frame.left - 0.5 ||
        box.right > frame.right + 0.5 ||
        box.top < frame.top - 2 ||
        box.bottom > frame.bottom + 2,
    )
    .map(({ text }) => text);
