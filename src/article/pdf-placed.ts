/** Where on its page each piece of text stands, as a reader sees it. */

/** A piece of text as a page's contents give it. */
export interface RawText {
  str: string;
  /** Text space to page: the last two are the place, the first two the direction. */
  transform: number[];
  width: number;
  height: number;
}

/** A piece of text with its place: points from the left and the top, `y` at the baseline. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the font. */
  size: number;
  /** Whether white space follows it. */
  spaced: boolean;
}

/**
 * The pieces that run the way most of the page's text runs, turned so that it reads from left to right; stamps along the
 * margin and the like are left out. `view` takes the page's own coordinates to those of a reader.
 */
export function placed(raw: readonly RawText[], view: readonly number[]): PlacedText[] {
  const turned: { piece: PlacedText; turns: number }[] = [];
  const lengths = [0, 0, 0, 0];
  for (const { str, transform, width, height } of raw) {
    const last = turned.at(-1);
    if (str.trim() === '') {
      if (last) last.piece.spaced = true;
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
    const [across, down] = [a * view[0]! + b * view[2]!, a * view[1]! + b * view[3]!];
    const x = e * view[0]! + f * view[2]! + view[4]!;
    const y = e * view[1]! + f * view[3]! + view[5]!;
    const turns = Math.abs(across) >= Math.abs(down) ? (across >= 0 ? 0 : 2) : down >= 0 ? 1 : 3;
    const size = height || Math.hypot(c, d);
    if (![x, y, width, size].every(Number.isFinite) || size <= 0) continue;
    lengths[turns]! += str.length;
    turned.push({ piece: { text: str, x, y, width, size, spaced: /\s$/.test(str) }, turns });
  }
  const most = lengths.indexOf(Math.max(...lengths));
  return turned.flatMap(({ piece, turns }) => (turns === most ? [turnedBack(piece, most)] : []));
}

function turnedBack(piece: PlacedText, turns: number): PlacedText {
  const { x, y } = piece;
  if (turns === 0) return piece;
  if (turns === 1) return { ...piece, x: y, y: -x };
  return turns === 2 ? { ...piece, x: -x, y: -y } : { ...piece, x: -y, y: x };
}
