/** What a word can be, as bits: its classes, the closed classes it belongs to, and what its ending says. */
import { CLASS_BIT, classesOf, MAX_CACHED, MAX_REMEMBERED, PAST_CLASSES } from './words.ts';

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

export const isDeterminer = (w: string): boolean => DETERMINERS.has(w);
export const isPreposition = (w: string): boolean => PREPOSITIONS.has(w);

const THIRD_PERSON = set('it he she nobody everyone everybody who which');
const OBJECT = set('no so not that them him us it nothing everybody anyone people');

/** The bits of a word that no class of the list takes. */
export const TRAIT = {
  modal: PAST_CLASSES,
  be: PAST_CLASSES << 1,
  haveDo: PAST_CLASSES << 2,
  auxiliary: PAST_CLASSES << 3,
  determiner: PAST_CLASSES << 4,
  preposition: PAST_CLASSES << 5,
  subject: PAST_CLASSES << 6,
  contractionHost: PAST_CLASSES << 7,
  complementStart: PAST_CLASSES << 8,
  thirdPerson: PAST_CLASSES << 9,
  object: PAST_CLASSES << 10,
  adverb: PAST_CLASSES << 11,
  /** A long enough word in -s, not in -ss or -us. */
  inS: PAST_CLASSES << 12,
  looksPlural: PAST_CLASSES << 13,
  looksPast: PAST_CLASSES << 14,
} as const;

/** The bits of the words of closed classes; made when the first word is looked for. */
let closed: ReadonlyMap<string, number> | null = null;

function closedTraits(): ReadonlyMap<string, number> {
  const traits = new Map<string, number>([['people', TRAIT.looksPlural]]);
  const add = (words: ReadonlySet<string>, trait: number): void => {
    for (const word of words) traits.set(word, (traits.get(word) ?? 0) | trait);
  };
  add(MODALS, TRAIT.modal);
  add(BE, TRAIT.be);
  add(HAVE_DO, TRAIT.haveDo);
  add(AUXILIARY, TRAIT.auxiliary);
  add(DETERMINERS, TRAIT.determiner);
  add(PREPOSITIONS, TRAIT.preposition);
  add(SUBJECT_PRONOUNS, TRAIT.subject);
  add(CONTRACTION_HOSTS, TRAIT.contractionHost);
  add(COMPLEMENT_START, TRAIT.complementStart);
  add(THIRD_PERSON, TRAIT.thirdPerson);
  add(OBJECT, TRAIT.object);
  add(ADVERBS, TRAIT.adverb);
  return traits;
}

const known = new Map<string, number>();

/** The bits of a lower-case word, `CLASS_BIT` and `TRAIT`. Remembered. */
export function traitsOf(word: string): number {
  let traits = known.get(word);
  if (traits === undefined) {
    closed ??= closedTraits();
    traits = (closed.get(word) ?? 0) | classesOf(word) | endingTraits(word);
    if ((traits & CLASS_BIT.adverb) !== 0) traits |= TRAIT.adverb;
    if ((traits & CLASS_BIT.plural) !== 0) traits |= TRAIT.looksPlural;
    if ((traits & CLASS_BIT.past) !== 0) traits |= TRAIT.looksPast;
    if (word.length <= MAX_REMEMBERED && known.size < MAX_CACHED) known.set(word, traits);
  }
  return traits;
}

function endingTraits(word: string): number {
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us'))
    return TRAIT.inS | TRAIT.looksPlural;
  if (word.length > 4 && word.endsWith('ed')) return TRAIT.looksPast;
  return word.length > 4 && word.endsWith('ly') ? TRAIT.adverb : 0;
}
