/** Numbers told by their order or by a count noun: "dozens", "a couple of hundred", "half a million", "a single". */
import { type Atom, exactAtom, vagueAtom } from './atom.ts';
import { matchAt, nextWord, type Word, wordBefore } from './chars.ts';
import { SCALES, VAGUE } from './vocabulary.ts';

const OF = /\s{1,3}(?:of\s{1,3})?/iy;
const DOUBLED = /\s(?:up)?(?:on|and)\s{1,3}/iy;
const HALF_AN = /[\s-](?:a[\s-])?/iy;
const SHARE = /\s+(?:of|the|its|their|his|her|our|all|every|these|those)\b/iy;
const PAIR_OF = /\s+of\b/iy;
const COUPLE_END = /\s+(?:of|more|dozen|hundred|thousand|million|billion)\b|\s*(?:[.,;:!?)"”]|$)/iy;
/** Words after which "scores of" counts; elsewhere it may be the scores that people are said to have. */
const BEFORE_SCORES = new Set(
  'by in across among amongst with for from to and or but some are were is has have had involves involve through'.split(
    ' ',
  ),
);
const BEFORE_SINGLE = new Set(['a', 'the', 'one', 'its', 'just', 'only']);

/** Multiplier named right after `pos` ("hundred", "million", "dozen"), singular or plural. */
function multiplier(text: string, pos: number, end: number): { factor: number; end: number; plural: boolean } | null {
  const at = matchAt(OF, text, pos, end);
  const word = at < 0 ? null : nextWord(text, at - 1, end);
  if (!word) return null;
  const plural = word.text.endsWith('s');
  const name = plural ? word.text.slice(0, -1) : word.text;
  const factor = name === 'hundred' ? 100 : name === 'dozen' ? 12 : name.length > 4 ? SCALES.get(name) : undefined;
  return factor === undefined ? null : { factor, end: word.end, plural };
}

/** "dozens", "hundreds of thousands", "thousands upon thousands". */
function readPlural(text: string, word: Word, before: Word | null, end: number): Atom | null {
  let [min, max] = VAGUE.get(word.text)!;
  if (word.text === 'scores') {
    if (before && !BEFORE_SCORES.has(before.text)) return null;
    if (matchAt(PAIR_OF, text, word.end, end) < 0) return null;
  }
  let stop = word.end;
  const doubled = matchAt(DOUBLED, text, stop, end);
  const again = doubled < 0 ? null : nextWord(text, doubled - 1, end);
  if (again?.text === word.text) stop = again.end;
  const times = multiplier(text, stop, end);
  if (times?.plural && times.factor >= 1e3) {
    const unit = word.text === 'hundreds' ? 100 : word.text === 'tens' || word.text === 'dozens' ? 10 : 0;
    if (unit > 0) [min, max] = [2 * unit * times.factor, (10 * unit - 1) * times.factor];
    if (unit > 0) stop = times.end;
  }
  return vagueAtom(word.start, stop, min, max, 'dozens');
}

/** "several", "a few", "a handful", "a couple", alone or with "dozen", "hundred", "million" behind. */
function readSmall(text: string, word: Word, before: Word | null, lo: number, end: number): Atom | null {
  const article = before?.text === 'a' || before?.text === 'another';
  if (word.text !== 'several' && word.text !== 'handful' && !article) return null;
  const start = article ? before!.start : word.start;
  if (word.text === 'few' && wordBefore(text, start, lo)?.text === 'quite') return null;
  const times = multiplier(text, word.end, end);
  const factor = times && !times.plural ? times.factor : 1;
  const stop = factor > 1 ? times!.end : word.end;
  if (word.text === 'couple') {
    if (matchAt(COUPLE_END, text, word.end, end) < 0 && word.end < end) return null;
    const value = 2 * factor;
    return exactAtom(start, stop, value, {
      kind: 'about',
      max: 3 * factor - (factor > 1 ? 1 : 0),
      scale: factor,
      dozen: factor === 12,
    });
  }
  if (factor === 12) return vagueAtom(start, stop, 24, 99, 'dozens');
  if (factor > 1) return vagueAtom(start, stop, 2 * factor, 10 * factor - 1, 'dozens');
  const most = word.text === 'handful' ? 7 : 9;
  return vagueAtom(start, stop, word.text === 'several' ? 3 : 2, most, 'range');
}

/** "half a million", "half-dozen", "half of", "by half". */
function readHalf(text: string, word: Word, before: Word | null, end: number): Atom | null {
  const at = matchAt(HALF_AN, text, word.end, end);
  const noun = at < 0 ? null : nextWord(text, at - 1, end);
  const factor =
    noun?.text === 'dozen'
      ? 12
      : noun?.text === 'hundred'
        ? 100
        : noun && noun.text.length > 4
          ? SCALES.get(noun.text)
          : undefined;
  if (noun && factor !== undefined) {
    return exactAtom(word.start, noun.end, factor / 2, { scale: factor, dozen: factor === 12 });
  }
  const share = matchAt(SHARE, text, word.end, end) > 0 || before?.text === 'by' || before?.text === 'in';
  return share && before?.text !== 'second' && before?.text !== 'first'
    ? exactAtom(word.start, word.end, 50, { unit: 'percent' })
    : null;
}

/** Reads the vague or nominal number at `word`; null when the word counts nothing here. */
export function readVague(text: string, word: Word, lo: number, end: number): Atom | null {
  const before = wordBefore(text, word.start, lo);
  if (VAGUE.has(word.text)) return readPlural(text, word, before, end);
  const article = before?.text === 'a' || before?.text === 'an';
  switch (word.text) {
    case 'several':
    case 'few':
    case 'handful':
    case 'couple':
      return readSmall(text, word, before, lo, end);
    case 'half':
      return readHalf(text, word, before, end);
    case 'dozen':
      return exactAtom(article ? before!.start : word.start, word.end, 12, { dozen: true, scale: 12 });
    case 'pair':
      return article && matchAt(PAIR_OF, text, word.end, end) > 0 ? exactAtom(before!.start, word.end, 2) : null;
    case 'quarter':
      return article && matchAt(SHARE, text, word.end, end) > 0
        ? exactAtom(before!.start, word.end, 25, { unit: 'percent' })
        : null;
    case 'single':
      if (!before || !BEFORE_SINGLE.has(before.text)) return null;
      return exactAtom(article ? before.start : word.start, word.end, 1);
    case 'lone':
    case 'sole':
      return exactAtom(article ? before!.start : word.start, word.end, 1);
    default:
      return null;
  }
}
