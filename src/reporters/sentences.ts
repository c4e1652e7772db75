/**
 * The one place where prose is made of reason codes, facet comparisons and labels. Everything else in the
 * program passes codes and values; whoever rewords or translates the output edits this file alone.
 */
import type { Attribution, CheckedClaim, FacetComparison, FacetName, Label, Match, Reason } from '../model.ts';

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
  silent: 'says nothing',
};

/** How a fact stands to the claim, in a reader's words. */
export const RELATION_WORDS: Record<Match['relation'], string> = {
  entails: 'says the same',
  contradicts: 'says otherwise',
  near: 'is near, but decides nothing',
};

/** A clash on a facet whose two values are known: what the claim says, then what the source says. */
const CLASH: Record<FacetName, (claim: string, fact: string) => string> = {
  topic: (claim, fact) => `Says ${claim}; the source says ${fact}`,
  agent: (claim, fact) => `Names ${claim} as the one that acts; the source names ${fact}`,
  patient: (claim, fact) => `Says it falls on ${claim}; the source says ${fact}`,
  effect: (claim, fact) => `Says it brings ${claim}; the source says ${fact}`,
  quantity: (claim, fact) => `Gives ${claim}; the source gives ${fact}`,
  time: (claim, fact) => `Dates it ${claim}; the source has ${fact}`,
  place: (claim, fact) => `Places it at ${claim}; the source says ${fact}`,
  quantifier: (claim, fact) => `Says ${claim}; the source says ${fact}`,
  modality: (claim, fact) => `Says ${claim}; the source says ${fact}`,
  polarity: (claim, fact) => `Says ${claim}; the source says ${fact}`,
};

const quoted = (value: string): string => `“${value}”`;
const at = (locator: string | null): string => (locator ? ` (${locator})` : '');
const bare = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

/**
 * One English sentence, ending in a full stop, on why the claim has its label: what in it agrees or clashes
 * with which fact, and where the source says so. Deterministic; uses nothing but the claim's own record.
 */
export function reasonSentence(claim: Pick<CheckedClaim, 'reason' | 'evidence' | 'rejected'>): string {
  const { reason, evidence, rejected } = claim;
  const statement = (evidence.find((one) => one.factId === reason.factId) ?? evidence[0])?.statement ?? null;
  return `${explained(reason, statement, rejected)}.`;
}

function explained(reason: Reason, statement: string | null, rejected: boolean): string {
  const { claimValue, factValue, facet } = reason;
  const where = at(reason.locator);
  const fact = statement === null ? 'the source says the same' : `the source: ${bare(statement)}`;
  const words = claimValue ? ` ${quoted(claimValue)}` : '';
  switch (reason.code) {
    case 'entailed':
      return rejected ? `The text denies this, and so does ${fact}${where}` : `Agrees with ${fact}${where}`;
    case 'clash':
      if (rejected) return `The text denies this, against ${fact}${where}`;
      if (facet && claimValue && factValue) return `${CLASH[facet](quoted(claimValue), quoted(factValue))}${where}`;
      return `Clashes with ${fact}${where}`;
    case 'partly':
      return claimValue
        ? `The source bears out part of this${where} and says nothing on${words}`
        : `The source bears out a part of this only${where}`;
    case 'local':
      return `Speaks of one place or group${words}, on which the source says nothing`;
    case 'plan':
      return `States a plan, forecast or possibility${words} that the source does not state`;
    case 'number':
      return `The source has no figure to hold this against${words}`;
    case 'individual':
      return `Says what befell one person or firm${words} that the source does not name`;
    case 'company':
      return `Speaks of companies${words}, on which the source says nothing of the kind`;
    case 'silent':
      return facet && claimValue ? `The source says nothing on${words}` : 'The source says nothing on this';
    case 'unknown':
      return 'Nothing in the fact base speaks of this';
  }
}

/** "according to critics (say)"; the cue is left out where there is none. */
export function attributionWords(attribution: Attribution): string {
  return `according to ${attribution.source}${attribution.cue ? ` (${attribution.cue})` : ''}`;
}

/** A change to a claim as an instruction: "Say that …" */
export function turnSentence(change: string): string {
  return `${change.charAt(0).toUpperCase()}${bare(change).slice(1)}.`;
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
