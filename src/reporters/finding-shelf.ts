/** Keeps the pieces of a report that has a largest size: the worst of them, in their order. Pure. */
import type { Severity } from '../review/finding.ts';
import type { SeverityCounts } from './finding-sentences.ts';

/** A piece of the report. */
export interface Piece {
  severity: Exclude<Severity, 'off'>;
  /** Pieces of one group stand below its heading. */
  heading: string;
  text: string;
}

export interface Shelf {
  /** Adds a piece; takes out later and lesser ones where there is no room for it, or leaves it out. */
  add(piece: Piece): void;
  /** The pieces kept, in the order added. */
  pieces(): readonly Piece[];
  /** How many were added and are not kept. */
  leftOut(): number;
}

const RANK = { error: 2, warning: 1, note: 0 } as const;

/** The index of the last of the least severe pieces. */
function lastLeast(kept: readonly Piece[]): number {
  const least = Math.min(...kept.map(({ severity }) => RANK[severity]));
  return kept.findLastIndex(({ severity }) => RANK[severity] === least);
}

/** A shelf for `room` UTF-16 units, headings included: each as often as pieces with another come between. */
export function shelf(room: number): Shelf {
  const kept: Piece[] = [];
  const added: SeverityCounts = { error: 0, warning: 0, note: 0 };
  let size = 0;
  // Each piece is counted with its heading: a bound that holds whichever of its neighbours go.
  const sizeOf = ({ heading, text }: Piece): number => heading.length + text.length;
  const takeOut = (index: number): void => {
    size -= sizeOf(kept[index]!);
    kept.splice(index, 1);
  };
  return {
    add(piece) {
      added[piece.severity]++;
      const isLesser = ({ severity }: Piece): boolean => RANK[severity] < RANK[piece.severity];
      const yields = kept.filter(isLesser).reduce((sum, one) => sum + sizeOf(one), 0);
      if (size - yields + sizeOf(piece) > room) return;
      while (size + sizeOf(piece) > room) takeOut(lastLeast(kept));
      kept.push(piece);
      size += sizeOf(piece);
    },
    pieces: () => kept,
    leftOut: () => added.error + added.warning + added.note - kept.length,
  };
}
