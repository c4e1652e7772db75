/** "one" the pronoun ("one might", "no one", "a new one") told from "one" the number ("one agency"). */
import { isHyphen, matchAt, nextWord, type Word, wordBefore } from './chars.ts';

export type OneReading = 'number' | 'pronoun' | 'weak';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** After these, "one" is a number whatever follows. */
const COUNTING = words(
  'only just exactly precisely than least most merely mere nearly almost about number numbers numbered',
);
/** After these it points or picks out, it does not count. */
const POINTING = words(
  'no any every each the this that which what some another a an next last first second such other whichever',
);
/** Before these it is the subject or an antecedent, not a count of a noun. */
const NO_NOUN = words(
  'might may can could would should must will shall ought cannot has had have was were is are does did do be been being ' +
    'who that which where when whose whom in of on at for from to by with without as than then and or but if because so ' +
    'not never also even just only ever always often again before after about up out over under into onto through until ' +
    'needs says thinks really simply usually rarely hardly scarcely easily certainly surely probably likely too else',
);
/** "one day", "one way": idioms that count nothing. */
const IDIOM = words(
  'another day way ways thing hand side reason example time point more moment night morning sense word eye foot roof swoop go',
);
/** Endings that make a following word a verb of the third person rather than a noun ("one wonders"). */
const VERB = /[^siu]s$/;
const RANGE = /\s{1,3}(?:in|out\s+of|of\s+every|to|or)\s/iy;

/** How the "one" at `word` is meant, by its neighbours within `lo` to `end`. */
export function readOne(text: string, word: Word, lo: number, end: number): OneReading {
  const code = text.charCodeAt(word.end);
  if (word.end < end && (isHyphen(code) || code === 39 || code === 0x2019)) {
    const then = text[word.end + 1];
    return code === 0x2019 || code === 39 ? (then === 's' || then === 'd' ? 'pronoun' : 'weak') : 'weak';
  }
  const before = wordBefore(text, word.start, lo);
  const next = nextWord(text, word.end, end);
  if ((before && POINTING.has(before.text)) || (next && IDIOM.has(next.text))) return 'pronoun';
  if (before && COUNTING.has(before.text)) return 'number';
  if (matchAt(RANGE, text, word.end, end) > 0) return 'weak';
  if (!next)
    return before === null && /^\W*$/.test(text.slice(word.end, Math.min(end, word.end + 4))) ? 'number' : 'weak';
  if (NO_NOUN.has(next.text) || VERB.test(next.text)) return 'pronoun';
  return 'number';
}
