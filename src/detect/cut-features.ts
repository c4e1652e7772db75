/** What is seen at a place where a sentence's clauses may part: the form of the words around it. */
import { about, type Take, value } from './cut-names.ts';
import { type CutHit, eachSideFeature } from './cut-sides.ts';
import { BREAK, type Token } from './tokens.ts';
import { isDeterminer, isPreposition, SUBJECT_PRONOUNS } from './verbs.ts';
import { isOfClass } from './words.ts';

/** A place between two words of a sentence where clauses may part. */
export interface CutPlace {
  tokens: Token[];
  finite: boolean[];
  /** The first word of the clause that goes on so far. */
  left: number;
  /** The first word of the clause that would begin here. */
  at: number;
  /** Behind the last word. */
  to: number;
  /** What the rules alone say (`clauses.ts`). */
  rule: boolean;
  /** What the lexicons hear in the sentence. */
  heard: readonly CutHit[];
}

const YES = value('y');
const NO = value('n');
const BREAKS = ['0', '1', '2', '3', '4'].map(value);
/** Classes of what may open a clause. */
const KIND = {
  end: value('end'),
  verb: value('verb'),
  pronoun: value('pronoun'),
  determiner: value('determiner'),
  preposition: value('preposition'),
  number: value('number'),
  gerund: value('gerund'),
  adverb: value('adverb'),
  name: value('name'),
  participle: value('participle'),
  plural: value('plural'),
  base: value('base'),
  word: value('word'),
} as const;
const COUNT = { 0: value('0'), 1: value('1'), 2: value('2'), 4: value('4'), 7: value('7'), 12: value('12') } as const;
const AHEAD = {
  none: value('none'),
  later: value('later'),
  0: value('0'),
  1: value('1'),
  3: value('3'),
  7: value('7'),
};
const BEHIND = { none: value('0'), near: value('near'), far: value('far') } as const;
/** Words that join or bind clauses, each a kind of its own. */
const OPENERS: ReadonlyMap<string, number> = new Map(
  'and but or nor yet so while whereas although though which who whose where as because since with that if when until unless then plus not only rather even though for after before until'
    .split(' ')
    .map((word) => [word, value(word)]),
);
/** Whether clauses may part before a word: after a mark, or where a word joins or binds clauses. */
export function mayPart(tokens: Token[], at: number): boolean {
  return tokens[at]!.before >= BREAK.quote || OPENERS.has(tokens[at]!.norm);
}

/** The next place behind `at` where clauses may part; `to` where there is none. */
function nextPlace(tokens: Token[], at: number, to: number): number {
  let next = at + 1;
  while (next < to && !mayPart(tokens, next)) next++;
  return next;
}

const bucket = (n: number): number =>
  n < 1 ? COUNT[0] : n < 2 ? COUNT[1] : n < 4 ? COUNT[2] : n < 7 ? COUNT[4] : n < 12 ? COUNT[7] : COUNT[12];

/** What kind of word opens the clause: closed classes by name, others by what they can be. */
function kindOf(tokens: Token[], finite: boolean[], i: number): number {
  const token = tokens[i];
  if (!token) return KIND.end;
  const w = token.norm;
  if (finite[i]) return KIND.verb;
  if (SUBJECT_PRONOUNS.has(w)) return KIND.pronoun;
  if (isDeterminer(w)) return KIND.determiner;
  if (isPreposition(w)) return KIND.preposition;
  if (w[0]! >= '0' && w[0]! <= '9') return KIND.number;
  if (w.endsWith('ing') && w.length > 4) return KIND.gerund;
  if (isOfClass(w, 'adverb') || w.endsWith('ly')) return KIND.adverb;
  if (token.capital) return KIND.name;
  if (w.endsWith('ed')) return KIND.participle;
  if (w.endsWith('s')) return KIND.plural;
  if (isOfClass(w, 'base')) return KIND.base;
  return KIND.word;
}

const ABOUT = {
  rule: about('rule'),
  word: about('w'),
  ruleWord: about('rule', 'w'),
  before: about('before'),
  beforeWord: about('before', 'w'),
  wordNext: about('w', 'next'),
  nextBefore: about('next', 'before'),
  aheadWord: about('ahead', 'w'),
  aheadBehindBefore: about('ahead', 'behind', 'before'),
  behindWord: about('behind', 'w'),
  aheadBehindRule: about('ahead', 'behind', 'rule'),
  left: about('left'),
  stretchBefore: about('stretch', 'before'),
  rightBefore: about('right', 'before'),
  rest: about('rest'),
  headWord: about('head', 'w'),
  previousWord: about('prev', 'w'),
  secondWord: about('next2', 'w'),
} as const;

/** Gives the features of a place. */
export function eachFeature(place: CutPlace, take: Take): void {
  const { tokens, finite, left, at, to, rule } = place;
  const word = tokens[at]!;
  const w = OPENERS.get(word.norm) ?? kindOf(tokens, finite, at);
  const next = kindOf(tokens, finite, at + 1);
  const before = BREAKS[word.before]!;
  let stop = at + 1;
  while (stop < to && stop < at + 30 && tokens[stop]!.before < BREAK.comma) stop++;
  let verb = -1;
  for (let k = at; k < stop && verb < 0; k++) if (finite[k]) verb = k;
  let later = false;
  for (let k = stop; k < to && k < stop + 12 && !later; k++) later = finite[k]!;
  let said = 0;
  let recent = false;
  let last = left;
  for (let k = left; k < at; k++) {
    if (k > left && tokens[k]!.before >= BREAK.comma) {
      recent = false;
      last = k;
    }
    if (finite[k]) {
      said++;
      recent = true;
    }
  }
  const ahead =
    verb < 0
      ? later
        ? AHEAD.later
        : AHEAD.none
      : verb - at < 1
        ? AHEAD[0]
        : verb - at < 3
          ? AHEAD[1]
          : verb - at < 7
            ? AHEAD[3]
            : AHEAD[7];
  const behind = said === 0 ? BEHIND.none : recent ? BEHIND.near : BEHIND.far;
  const r = rule ? YES : NO;
  take.values(ABOUT.rule, r);
  take.values(ABOUT.word, w);
  take.values(ABOUT.ruleWord, r, w);
  take.values(ABOUT.before, before);
  take.values(ABOUT.beforeWord, before, w);
  take.values(ABOUT.wordNext, w, next);
  take.values(ABOUT.nextBefore, next, before);
  take.values(ABOUT.aheadWord, ahead, w);
  take.values(ABOUT.aheadBehindBefore, ahead, behind, before);
  take.values(ABOUT.behindWord, behind, w);
  take.values(ABOUT.aheadBehindRule, ahead, behind, r);
  take.values(ABOUT.left, bucket(at - left));
  take.values(ABOUT.stretchBefore, bucket(at - last), before);
  take.values(ABOUT.rightBefore, bucket(stop - at), before);
  take.values(ABOUT.rest, bucket(to - at));
  take.values(ABOUT.headWord, OPENERS.get(tokens[left]!.norm) ?? kindOf(tokens, finite, left), w);
  take.values(ABOUT.previousWord, kindOf(tokens, finite, at - 1), w);
  take.values(ABOUT.secondWord, kindOf(tokens, finite, at + 2), w);
  if (word.before < BREAK.comma) take.word('stem', tokens[at + 1]?.stem ?? '');
  else take.word('first', word.norm);
  take.word('last', tokens[at - 1]!.norm);
  eachSideFeature(place, w, nextPlace(tokens, at, to), take);
}
