import type { Quantity, Span } from '../../model.ts';

/** A bare number as read from the text, before ranges are joined and modifiers are heard. */
export interface Atom extends Span {
  /** The number named; null for vague ones ("dozens"). */
  value: number | null;
  min: number;
  max: number;
  kind: Quantity['kind'];
  unit: Quantity['unit'];
  /** The multiplier named with it ("million"), 1 when none is. */
  scale: number;
  /** Counted in dozens: what is rounded is rounded to a dozen. */
  dozen: boolean;
  /** Kept only as part of something larger ("one in five"): "one" as a pronoun. */
  weak: boolean;
}

/** An exact number; the other fields at their defaults. */
export function exactAtom(start: number, end: number, value: number, more?: Partial<Atom>): Atom {
  const atom: Atom = {
    start,
    end,
    value,
    min: value,
    max: value,
    kind: 'exact',
    unit: 'count',
    scale: 1,
    dozen: false,
    weak: false,
  };
  return more ? Object.assign(atom, more) : atom;
}

/** A number that is told only by its order ("dozens", "several"). */
export function vagueAtom(start: number, end: number, min: number, max: number, kind: Quantity['kind']): Atom {
  return { start, end, value: null, min, max, kind, unit: 'count', scale: 1, dozen: false, weak: false };
}
