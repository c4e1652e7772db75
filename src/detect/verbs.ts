/** Finds finite verbs, closely enough to cut a sentence into clauses: word classes and a word of context. */
import { BREAK, type Token } from './tokens.ts';
import { TRAIT, traitsOf } from './word-traits.ts';
import { CLASS_BIT } from './words.ts';

export { isDeterminer, isPreposition, SUBJECT_PRONOUNS } from './word-traits.ts';

/** The bits of a sentence's words, kept from sentence to sentence. */
let traits = new Int32Array(256);

/** The nearest word before `i` that is no adverb, within the same stretch; -1 where there is none. */
function before(tokens: Token[], i: number): number {
  let j = i - 1;
  while (j >= 0 && tokens[j + 1]!.before < BREAK.comma && (traits[j]! & TRAIT.adverb) !== 0) j--;
  return j;
}

/** "Fare dodgers in China lose": a plural a few words back, with no verb, "to" or break between. */
function pluralBefore(tokens: Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    if (tokens[k + 1]!.before >= BREAK.comma) return false;
    const word = traits[k]!;
    if (tokens[k]!.norm === 'to' || (word & VERBAL) !== 0) return false;
    if ((word & TRAIT.looksPlural) !== 0) return true;
  }
  return false;
}

/** Words that are verbs, whatever stands before them. */
const VERBAL = TRAIT.modal | TRAIT.be | TRAIT.haveDo;
const NO_NOUN = TRAIT.determiner | TRAIT.preposition | TRAIT.adverb | TRAIT.modal;
/** Whether a word can be, or end, what a verb is said of. */
const nominal = (word: number): boolean => (word & TRAIT.subject) !== 0 || (word & NO_NOUN) === 0;
/** A determiner that does not stand by itself. */
const determines = (word: number): boolean => (word & (TRAIT.determiner | TRAIT.subject)) === TRAIT.determiner;

function finiteAt(tokens: Token[], i: number): boolean {
  const word = traits[i]!;
  if ((word & (TRAIT.modal | TRAIT.be)) !== 0) return true;
  const { norm } = tokens[i]!;
  const p = before(tokens, i);
  const left = p >= 0 ? traits[p]! : 0;
  const prev = p >= 0 ? tokens[p]!.norm : '';
  const right = i + 1 < tokens.length ? traits[i + 1]! : 0;
  if ((word & TRAIT.haveDo) !== 0) return prev !== 'to' && (left & TRAIT.modal) === 0;
  if (norm === "'s") {
    if ((left & TRAIT.contractionHost) !== 0) return true;
    return (
      (right & (TRAIT.complementStart | CLASS_BIT.gerund)) !== 0 ||
      (right & (TRAIT.adverb | CLASS_BIT.adjective)) === TRAIT.adverb
    );
  }
  const near = p >= 0 && tokens[i]!.before < BREAK.comma;
  // After a third person anything in -s is its verb, listed or not: "it orders", "who dodges".
  if (near && (left & TRAIT.thirdPerson) !== 0 && (word & TRAIT.inS) !== 0) return true;
  // "trims the role", "withholds no card": an -s before an object, in no list, is a verb more often than a plural.
  const unknown = norm.length > 4 && (word & (TRAIT.inS | CLASS_BIT.plural | CLASS_BIT.noun)) === TRAIT.inS;
  if (unknown && near && nominal(left) && (left & CLASS_BIT.adjective) === 0) {
    const next = tokens[i + 1];
    if (next && next.before < BREAK.comma && (right & (TRAIT.determiner | TRAIT.object)) !== 0) return true;
  }
  const present = (word & CLASS_BIT.present) !== 0;
  if (prev === 'that' && near && present && (word & CLASS_BIT.plural) === 0) return true;
  if (present) {
    if ((word & TRAIT.looksPlural) === 0 || (left & CLASS_BIT.adverb) !== 0)
      return prev !== 'to' && (left & TRAIT.determiner) === 0;
    if (determines(left)) return false;
    if ((left & (CLASS_BIT.adjective | CLASS_BIT.noun)) === CLASS_BIT.adjective && prev !== 'chinese') return false;
    if (tokens[i + 1]?.norm === 'of' || (right & VERBAL) !== 0) return false;
    return (
      near && nominal(left) && prev !== 'social' && prev !== 'credit' && (takesObject(right) || SUBJECTS.has(prev))
    );
  }
  if ((word & TRAIT.looksPast) !== 0) {
    if ((left & (TRAIT.auxiliary | TRAIT.modal | TRAIT.preposition)) !== 0 || prev === 'to') return false;
    if (determines(left)) return false;
    if (tokens[i + 1]?.norm === 'by') return false;
    const free = p >= 0 && (nominal(left) || tokens[i]!.before >= BREAK.comma);
    // Before a noun a participle is an adjective: "blacklisted firms", "listed parents".
    if (norm.endsWith('ed') && (right & TRAIT.looksPlural) !== 0 && !(free && tokens[i]!.before < BREAK.comma))
      return false;
    return free;
  }
  if ((word & CLASS_BIT.base) === 0 || !near) return false;
  if ((word & (CLASS_BIT.noun | CLASS_BIT.adjective)) !== 0) return PEOPLE.has(prev);
  return ((left & TRAIT.subject) !== 0 || pluralBefore(tokens, i)) && prev !== 'to' && (left & TRAIT.auxiliary) === 0;
}

/** What follows a verb rather than a plural noun. */
const FOLLOWS = TRAIT.determiner | TRAIT.preposition | TRAIT.subject | TRAIT.looksPlural | TRAIT.adverb;
const takesObject = (next: number): boolean => (next & FOLLOWS) !== 0;
/** Subjects after which a word that may be a plural or a verb is a verb, whatever follows. */
const SUBJECTS = new Set(['system', 'beijing', 'china', 'it', 'and']);
/** Subjects after which a word that may be a noun or a verb is a verb. */
const PEOPLE = new Set(['they', 'you', 'we', 'i', 'who', 'people']);

const known = new WeakMap<Token[], boolean[]>();

/** For each word, whether it is a finite verb (an auxiliary counts, its participle does not). Remembered by sentence. */
export function finiteVerbs(tokens: Token[]): boolean[] {
  let finite = known.get(tokens);
  if (!finite) {
    if (tokens.length > traits.length) traits = new Int32Array(2 * tokens.length);
    for (let i = 0; i < tokens.length; i++) traits[i] = traitsOf(tokens[i]!.norm);
    finite = tokens.map((_, i) => finiteAt(tokens, i));
    known.set(tokens, finite);
  }
  return finite;
}
