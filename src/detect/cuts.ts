/**
 * Where a sentence's clauses may part, and what is seen there: a small linear model, trained by
 * `src/eval/train-cuts.ts` on labelled passages, says whether two things are said that could be true separately.
 */
import model from '../../claims/models/cuts.json' with { type: 'json' };
import { BREAK, type Token } from './tokens.ts';
import { isDeterminer, isPreposition, SUBJECT_PRONOUNS } from './verbs.ts';
import { isOfClass } from './words.ts';

/** A linear model over named binary features: the clauses part where the sum is above nought. */
export interface CutModel {
  note: string;
  bias: number;
  weights: Record<string, number>;
}

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
}

const OPENERS = new Set(
  'and but or nor yet so while whereas although though which who whose where as because since with that if when until unless then plus not only rather even though for after before until'.split(
    ' ',
  ),
);

/** Whether clauses may part before a word: after a mark, or where a word joins or binds clauses. */
export function mayPart(tokens: Token[], at: number): boolean {
  return tokens[at]!.before >= BREAK.quote || OPENERS.has(tokens[at]!.norm);
}

const bucket = (n: number): string => (n < 2 ? `${n}` : n < 4 ? '2' : n < 7 ? '4' : n < 12 ? '7' : '12');

/** What kind of word opens the clause: closed classes by name, others by what they can be. */
function kindOf(tokens: Token[], finite: boolean[], i: number): string {
  const token = tokens[i];
  if (!token) return 'end';
  const w = token.norm;
  if (finite[i]) return 'verb';
  if (SUBJECT_PRONOUNS.has(w)) return 'pronoun';
  if (isDeterminer(w)) return 'determiner';
  if (isPreposition(w)) return 'preposition';
  if (w[0]! >= '0' && w[0]! <= '9') return 'number';
  if (w.endsWith('ing') && w.length > 4) return 'gerund';
  if (isOfClass(w, 'adverb') || w.endsWith('ly')) return 'adverb';
  if (token.capital) return 'name';
  if (w.endsWith('ed')) return 'participle';
  if (w.endsWith('s')) return 'plural';
  if (isOfClass(w, 'base')) return 'base';
  return 'word';
}

/** Gives the features of a place; names are stable. */
export function cutFeatures({ tokens, finite, left, at, to, rule }: CutPlace, take: (name: string) => void): void {
  const word = tokens[at]!;
  const w = OPENERS.has(word.norm) ? word.norm : kindOf(tokens, finite, at);
  const next = kindOf(tokens, finite, at + 1);
  const { before } = word;
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
    verb < 0 ? (later ? 'later' : 'none') : verb - at < 1 ? '0' : verb - at < 3 ? '1' : verb - at < 7 ? '3' : '7';
  const behind = said === 0 ? '0' : recent ? 'near' : 'far';
  const r = rule ? 'y' : 'n';
  take(`rule=${r}`);
  take(`w=${w}`);
  take(`rule=${r} w=${w}`);
  take(`before=${before}`);
  take(`before=${before} w=${w}`);
  take(`w=${w} next=${next}`);
  take(`next=${next} before=${before}`);
  take(`ahead=${ahead} w=${w}`);
  take(`ahead=${ahead} behind=${behind} before=${before}`);
  take(`behind=${behind} w=${w}`);
  take(`ahead=${ahead} behind=${behind} rule=${r}`);
  take(`left=${bucket(at - left)}`);
  take(`stretch=${bucket(at - last)} before=${before}`);
  take(`right=${bucket(stop - at)} before=${before}`);
  take(`rest=${bucket(to - at)}`);
  take(`head=${OPENERS.has(tokens[left]!.norm) ? tokens[left]!.norm : kindOf(tokens, finite, left)} w=${w}`);
  take(`prev=${kindOf(tokens, finite, at - 1)} w=${w}`);
  take(`next2=${kindOf(tokens, finite, at + 2)} w=${w}`);
  if (before < BREAK.comma) take(`stem=${tokens[at + 1]?.stem ?? ''}`);
  else take(`first=${word.norm}`);
  take(`last=${tokens[at - 1]!.norm}`);
}

/**
 * Log-odds above which clauses part, where the rules see a clause's end and where they see none. Below nought, as a cut
 * that is missed always costs a claim, and one too many only where both halves are taken for claims: on files held
 * out of training they find 86 of 100 parting places where nought finds 77, and 71 of 100 they find are right.
 */
export const CUT_BOUNDS = { rule: -3, none: -0.75 } as const;

const weights = new Map(Object.entries((model as CutModel).weights));

/** Whether the clauses part at a place. */
export function partsAt(place: CutPlace): boolean {
  let sum = (model as CutModel).bias;
  cutFeatures(place, (name) => {
    sum += weights.get(name) ?? 0;
  });
  return sum > (place.rule ? CUT_BOUNDS.rule : CUT_BOUNDS.none);
}
