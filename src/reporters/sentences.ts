/**
 * The one place where prose is made of reason codes, facet comparisons and labels. Everything else in the
 * program passes codes and values; whoever rewords or translates the output edits this file, and
 * `finding-sentences.ts`, which says what formats for linters say.
 */
import type {
  Attribution,
  CheckedClaim,
  FacetComparison,
  FacetName,
  FrameCode,
  Label,
  Match,
  Reason,
} from '../model.ts';

/** Facets in a reader's words, for tables. */
export const FACET_WORDS: Record<FacetName, string> = {
  topic: 'about',
  agent: 'who acts',
  patient: 'on whom',
  effect: 'with what effect',
  quantity: 'how many',
  time: 'when',
  place: 'where',
  quantifier: 'how far',
  modality: 'fact or plan',
  polarity: 'yes or no',
};

/** How a comparison came out, in a reader's words. */
export const OUTCOME_WORDS: Record<FacetComparison['outcome'], string> = {
  agrees: 'agrees',
  clashes: 'clashes',
  silent: 'silent',
};

/** How a fact stands to the claim, in a reader's words. */
export const RELATION_WORDS: Record<Match['relation'], string> = {
  entails: 'says the same',
  contradicts: 'says otherwise',
  near: 'is near, but decides nothing',
};

const quoted = (value: string): string => `“${value}”`;
const bare = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

/** Facets whose two values stand side by side; on the others the fact's statement says it better. */
const BY_VALUE: ReadonlySet<FacetName | null> = new Set<FacetName>(['quantity', 'time']);

/**
 * One English sentence, ending in a full stop, on why the claim has its label: what in it agrees or clashes
 * with which fact, and where the source says so. Deterministic; uses nothing but the claim's own record.
 */
export function reasonSentence({ reason, evidence }: Pick<CheckedClaim, 'reason' | 'evidence'>): string {
  const deciding = evidence.find((one) => one.factId === reason.factId) ?? evidence[0];
  return `${explained(reason, deciding ? bare(deciding.statement) : null)}.`;
}

function explained(reason: Reason, statement: string | null): string {
  const { facet, factValue } = reason;
  // Matching marks a value that the claim denies, by a negation or by rejecting it, with "not: ".
  const denied = reason.claimValue?.startsWith('not: ') ?? false;
  const value = reason.claimValue?.replace(/^not: /, '') ?? null;
  const words = value ? ` ${quoted(value)}` : '';
  const where = reason.locator ? ` (${reason.locator})` : '';
  const fact = statement === null ? where : `: ${statement}${where}`;
  switch (reason.code) {
    case 'entailed':
      if (BY_VALUE.has(facet) && value && factValue)
        return `Gives${words}, which fits ${quoted(factValue)} in the source${fact}`;
      return denied ? `Denies${words}, and so does the source${fact}` : `Agrees with the source${fact}`;
    case 'clash':
      if (BY_VALUE.has(facet) && value && factValue)
        return `Gives${words} where the source has ${quoted(factValue)}${fact}`;
      if (!value) return `Clashes with the source${fact}`;
      return `${denied ? 'Denies' : 'Says'}${words}; the source says otherwise${fact}`;
    case 'partly': {
      const id = reason.factId ? ` (${reason.factId})` : '';
      return value
        ? `The source bears out a part of this${id}, but is silent on${words}`
        : `The source bears out a part of this alone${id}`;
    }
    case 'local':
      return `Speaks of one place or group alone${words && `,${words}`}; the source says nothing on it`;
    case 'plan':
      return `States a plan, forecast or possibility that the source does not state${words && `:${words}`}`;
    case 'number':
      return `The source has no figure to hold${words || ' this'} against`;
    case 'individual':
      return `Says what befell one person or firm${words && `,${words}`}, of which the source says nothing`;
    case 'company':
      return `Speaks of companies${words && `,${words}`}; the source says nothing of the kind`;
    case 'silent':
      return `The source says nothing on${words || ' this'}`;
    case 'unknown':
      return 'No fact speaks of this';
  }
}

/** "attributed to critics (“say”)"; the cue is left out where there is none. */
export function attributionWords(attribution: Attribution): string {
  return `attributed to ${attribution.source}${attribution.cue ? ` (${quoted(attribution.cue)})` : ''}`;
}

/** What would turn a label: "If “a dozen” becomes “47”, the claim is supported:". The reworded claim follows. */
export function turnSentence({ to, change }: { to: Label; change: string }): string {
  return `If ${bare(change)}, it is ${to}:`;
}

/** "5 claims: 2 contradicted, 1 unverified, 2 supported"; labels without a claim are left out. */
export function countWords(counts: Readonly<Record<Label, number>>): string {
  const order: Label[] = ['contradicted', 'unverified', 'supported'];
  const present = order.filter((label) => counts[label] > 0);
  if (present.length === 0) return 'no claims';
  const total = present.reduce((sum, label) => sum + counts[label], 0);
  return `${plural(total, 'claim')}: ${present.map((label) => `${counts[label]} ${label}`).join(', ')}`;
}

/** "1 claim", "2 claims". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "8 May 2022" for "2022-05-08"; anything that is no ISO date comes back as it is. */
export function dateWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso;
}

/** "score, mythbusting, punishment (rejected)"; "none". */
export function frameWords(frames: readonly Pick<FrameCode, 'frame' | 'stance'>[]): string {
  const words = frames.map(({ frame, stance }) => (stance === 'rejected' ? `${frame} (rejected)` : frame));
  return words.length > 0 ? words.join(', ') : 'none';
}
