/** Finds finite verbs, closely enough to cut a sentence into clauses: word classes and a word of context. */
import { BREAK, type Token } from './tokens.ts';
import { isOfClass } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const MODALS = set('can could may might must shall should will would ought');
const BE = set('is are was were am');
const HAVE_DO = set('has have had do does did');
const AUXILIARY = set("is are was were am be been being has have had get gets got getting having 's");
const ADVERBS = set(
  'not never also now still already often always only just even simply currently no really ever once then there actually largely mostly chiefly mainly primarily barely hardly merely',
);
const DETERMINERS = set(
  'the a an this that these those its his her their our my your no every each any some all both such what which whose another one',
);
const PREPOSITIONS = set(
  'of in on at by for with from to into over under about after before against between through during without within across among as than per via like upon beyond around behind',
);
/** Words that stand as a subject on their own. */
export const SUBJECT_PRONOUNS = set(
  'it they he she we you i this that these those there nobody everybody everyone someone anyone anybody somebody nothing everything who none all most many some others few each both neither',
);
const CONTRACTION_HOSTS = set('it that there he she what who here where how this everyone nobody everybody one');
const COMPLEMENT_START = set(
  'a an the not no been being so very now just never in on at about all only too still going like more less',
);

const isAdverb = (w: string): boolean => ADVERBS.has(w) || (w.length > 4 && w.endsWith('ly')) || isOfClass(w, 'adverb');
export const isDeterminer = (w: string): boolean => DETERMINERS.has(w);
export const isPreposition = (w: string): boolean => PREPOSITIONS.has(w);

/** The nearest word before `i` that is no adverb, within the same stretch; -1 where there is none. */
function before(tokens: Token[], i: number): number {
  let j = i - 1;
  while (j >= 0 && tokens[j + 1]!.before < BREAK.comma && isAdverb(tokens[j]!.norm)) j--;
  return j;
}

const looksPast = (w: string): boolean => isOfClass(w, 'past') || (w.length > 4 && w.endsWith('ed'));
const looksPresent = (w: string): boolean => isOfClass(w, 'present');
const THIRD_PERSON = set('it he she nobody everyone everybody who which');
const looksPlural = (w: string): boolean =>
  isOfClass(w, 'plural') ||
  w === 'people' ||
  (w.length > 3 && w.endsWith('s') && !w.endsWith('ss') && !w.endsWith('us'));

/** "Fare dodgers in China lose": a plural a few words back, with no verb, "to" or break between. */
function pluralBefore(tokens: Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    if (tokens[k + 1]!.before >= BREAK.comma) return false;
    const w = tokens[k]!.norm;
    if (w === 'to' || MODALS.has(w) || HAVE_DO.has(w) || BE.has(w)) return false;
    if (looksPlural(w)) return true;
  }
  return false;
}

const OBJECT = set('no so not that them him us it nothing everybody anyone people');
function nominal(w: string): boolean {
  return SUBJECT_PRONOUNS.has(w) || (!DETERMINERS.has(w) && !PREPOSITIONS.has(w) && !isAdverb(w) && !MODALS.has(w));
}

function finiteAt(tokens: Token[], i: number): boolean {
  const w = tokens[i]!.norm;
  if (MODALS.has(w) || BE.has(w)) return true;
  const p = before(tokens, i);
  const prev = p >= 0 ? tokens[p]!.norm : '';
  if (HAVE_DO.has(w)) return prev !== 'to' && !MODALS.has(prev);
  if (w === "'s") {
    if (CONTRACTION_HOSTS.has(prev)) return true;
    const next = tokens[i + 1]?.norm ?? '';
    return COMPLEMENT_START.has(next) || (isAdverb(next) && !isOfClass(next, 'adjective')) || isOfClass(next, 'gerund');
  }
  const near = p >= 0 && tokens[i]!.before < BREAK.comma;
  // After a third person anything in -s is its verb, listed or not: "it orders", "who dodges".
  if (near && THIRD_PERSON.has(prev) && w.length > 3 && w.endsWith('s') && !w.endsWith('ss') && !w.endsWith('us'))
    return true;
  // "trims the role", "withholds no card": an -s before an object, in no list, is a verb more often than a plural.
  const unknown =
    w.length > 4 &&
    w.endsWith('s') &&
    !w.endsWith('ss') &&
    !w.endsWith('us') &&
    !isOfClass(w, 'plural') &&
    !isOfClass(w, 'noun');
  if (unknown && near && nominal(prev) && !isOfClass(prev, 'adjective')) {
    const next = tokens[i + 1];
    if (next && next.before < BREAK.comma && (DETERMINERS.has(next.norm) || OBJECT.has(next.norm))) return true;
  }
  if (prev === 'that' && near && looksPresent(w) && !isOfClass(w, 'plural')) return true;
  if (looksPresent(w)) {
    if (!looksPlural(w) || isOfClass(prev, 'adverb')) return prev !== 'to' && !DETERMINERS.has(prev);
    const next = tokens[i + 1]?.norm ?? '';
    if (DETERMINERS.has(prev) && !SUBJECT_PRONOUNS.has(prev)) return false;
    if (isOfClass(prev, 'adjective') && !isOfClass(prev, 'noun') && prev !== 'chinese') return false;
    if (next === 'of' || MODALS.has(next) || BE.has(next) || HAVE_DO.has(next)) return false;
    return (
      near &&
      nominal(prev) &&
      prev !== 'social' &&
      prev !== 'credit' &&
      isOfClass(w, 'present') &&
      (DETERMINERS.has(next) ||
        PREPOSITIONS.has(next) ||
        SUBJECT_PRONOUNS.has(next) ||
        looksPlural(next) ||
        isAdverb(next) ||
        prev === 'system' ||
        prev === 'beijing' ||
        prev === 'china' ||
        prev === 'it' ||
        prev === 'and')
    );
  }
  if (looksPast(w)) {
    if (AUXILIARY.has(prev) || prev === 'to' || MODALS.has(prev)) return false;
    if (DETERMINERS.has(prev) && !SUBJECT_PRONOUNS.has(prev)) return false;
    if (PREPOSITIONS.has(prev)) return false;
    const next = tokens[i + 1]?.norm ?? '';
    if (next === 'by') return false;
    // Before a noun a participle is an adjective: "blacklisted firms", "listed parents".
    if (w.endsWith('ed') && looksPlural(next) && (p < 0 || !nominal(prev) || tokens[i]!.before >= BREAK.comma))
      return false;
    return p >= 0 && (nominal(prev) || tokens[i]!.before >= BREAK.comma);
  }
  if (isOfClass(w, 'base')) {
    if (isOfClass(w, 'noun') || isOfClass(w, 'adjective')) {
      return (
        near &&
        (prev === 'they' || prev === 'you' || prev === 'we' || prev === 'i' || prev === 'who' || prev === 'people')
      );
    }
    return (
      near &&
      (SUBJECT_PRONOUNS.has(prev) || pluralBefore(tokens, i)) &&
      prev !== 'to' &&
      !AUXILIARY.has(prev) &&
      prev !== "'s"
    );
  }
  return false;
}

const known = new WeakMap<Token[], boolean[]>();

/** For each word, whether it is a finite verb (an auxiliary counts, its participle does not). Remembered by sentence. */
export function finiteVerbs(tokens: Token[]): boolean[] {
  let finite = known.get(tokens);
  if (!finite) {
    finite = tokens.map((_, i) => finiteAt(tokens, i));
    known.set(tokens, finite);
  }
  return finite;
}
