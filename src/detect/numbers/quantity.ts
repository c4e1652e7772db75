/** A bare number and the modifiers around it make a quantity. */
import type { Quantity } from '../../model.ts';
import type { Atom } from './atom.ts';
import { modifierAfter, modifierBefore, modifierPastNoun, type Sense } from './modifiers.ts';
import { justAbove, justBelow, tolerance } from './tolerance.ts';
import { readUnit } from './units.ts';

/** What a sense makes of the bare number's ends. */
function bounds(atom: Atom, sense: Sense): Pick<Quantity, 'min' | 'max' | 'kind'> {
  const whole = atom.unit === 'count' && Number.isInteger(atom.min) && Number.isInteger(atom.max);
  const above = tolerance(atom.max, atom.dozen);
  const below = tolerance(atom.min, atom.dozen);
  switch (sense) {
    case 'over':
      return { min: atom.kind === 'dozens' ? atom.min : justAbove(atom.min, whole), max: null, kind: 'over' };
    case 'from':
      return { min: atom.min, max: null, kind: 'over' };
    case 'under':
      return { min: null, max: justBelow(atom.max, whole), kind: 'under' };
    case 'upto':
      return { min: null, max: atom.max, kind: 'under' };
    case 'nearly':
      return { min: atom.min - below, max: atom.max, kind: 'about' };
    case 'justOver':
      return { min: justAbove(atom.min, whole), max: atom.max + above, kind: 'about' };
    case 'odd':
      return {
        min: atom.min % 10 === 0 ? atom.min : atom.min - below,
        max: atom.max + Math.max(above, atom.max % 10 === 0 ? 9 : 0),
        kind: 'about',
      };
    case 'about':
      return { min: atom.min - below, max: atom.max + above, kind: 'about' };
  }
}

/**
 * The quantity that `atom` is once the words between `floor` and `ceiling` are heard. A modifier before the
 * number wins over one after it; ordinals take none.
 */
export function toQuantity(text: string, atom: Atom, floor: number, ceiling: number): Quantity {
  let { start, end } = atom;
  let sense: Sense | null = null;
  if (atom.unit !== 'ordinal') {
    const after = modifierAfter(text, end, ceiling);
    if (after) {
      end = after.end;
      const unit = { ...atom, start: end, end };
      // "40-odd percent": the unit comes after the modifier
      readUnit(text, unit, end, ceiling);
      atom.unit = unit.unit;
      end = unit.end;
    }
    const before = modifierBefore(text, start, floor);
    if (before) start = before.start;
    sense = before?.sense ?? after?.sense ?? modifierPastNoun(text, end, ceiling);
  }
  const { value, min, max, kind, unit } = atom;
  const quantity: Quantity = { start, end, value, min, max, kind, unit };
  return sense ? Object.assign(quantity, bounds(atom, sense)) : quantity;
}
