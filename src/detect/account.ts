/** What an article has told so far, for verdicts to look back on: which claims a verdict is on, and how it turns them. */
import type { Attribution } from '../model.ts';
import { isFormal } from './formal.ts';
import type { Verdict } from './verdicts.ts';
import type { SentenceView } from './view.ts';

/** What a verdict needs to know of a draft. */
export interface Told {
  sentence: number;
  /** The sentence whose words carry the content: the claim's own, or the question that a reply answers. */
  view: SentenceView;
  /** Content words of `view`, frame and rejection taken off. */
  from: number;
  to: number;
  attribution: Attribution | null;
  rejected: boolean;
}

/** Whether words `from` to `to` of a sentence hold something that can be checked. */
export type Speaks = (view: SentenceView, from: number, to: number) => boolean;

/** Without a fact base: whether they hold a concept that is not of form or topic alone. */
const speaksAtAll: Speaks = (view, from, to) =>
  view.hits.some((h) => h.start >= from && h.end <= to && !isFormal(h.concept));

/** How far an article has told. Places are numbers of drafts. */
export interface Account {
  readonly speaks: Speaks;
  /** The block that is being read, where its drafts begin, and where those of the one before. */
  block: number;
  paragraph: number;
  earlier: number;
  /** Where a tale was opened ("The story goes that …"); null: none is open. */
  opened: number | null;
  /** Drafts under a label: no verdict is meant for a fact ("FACT:"), and one on a myth ("MYTH:") says the same again. */
  labels: Map<Told, 'affirms' | 'rejects'>;
}

/** An answer may stand behind a sentence or two that say nothing to be checked ("I believed it for years."). */
const LAST_REACH = 3;
/** A sentence of at most so many words may say nothing between a claim and its answer. Longer ones say something. */
const FILLER = 8;
/** As far back as a verdict takes back a whole account, in sentences: some two paragraphs. */
const ACCOUNT_REACH = 10;

/** An account of which nothing was told yet. */
export const newAccount = (speaks: Speaks = speaksAtAll): Account => ({
  speaks,
  block: -1,
  paragraph: 0,
  earlier: 0,
  opened: null,
  labels: new Map(),
});

/** Goes on to a sentence, before its drafts are made and `count` after those before it. */
export function goOn(account: Account, view: SentenceView, count: number): void {
  if (view.sentence.block !== account.block) {
    account.block = view.sentence.block;
    // A verdict may stand in the paragraph behind a tale, and no further.
    if (account.opened !== null && account.opened < account.paragraph) account.opened = null;
    account.earlier = account.paragraph;
    account.paragraph = count;
  }
  if (account.opened === null && view.hits.some((h) => h.concept === 'account-open')) account.opened = count;
}

/** Puts drafts under a label. */
export function labelDrafts({ labels }: Account, drafts: readonly Told[], label: 'affirms' | 'rejects'): void {
  for (const draft of drafts) labels.set(draft, label);
}

/** What was said last is confirmed ("Correct."): no later verdict is meant for it. */
export function confirm(account: Account, drafts: readonly Told[], sentence: number): void {
  labelDrafts(account, lastOf(account, since(account, 0, drafts, sentence), sentence, LAST_REACH), 'affirms');
}

/** Turns the drafts that a verdict in the sentence of index `sentence` is on. Time is bounded by its reach. */
export function takeBack(account: Account, drafts: readonly Told[], sentence: number, verdict: Verdict): void {
  const { told, ends } = meant(account, drafts, sentence, verdict);
  for (const draft of told) turn(account, draft, verdict);
  if (!ends) return;
  account.opened = null;
  account.paragraph = drafts.length;
  account.earlier = drafts.length;
}

/** Turns one draft. */
export function turn({ labels }: Account, draft: Told, { effect, by }: Pick<Verdict, 'effect' | 'by'>): void {
  // What the text says itself is not taken back by somebody who disagrees.
  if (by && !draft.attribution) return;
  if (effect === 'affirmed') {
    if (!draft.view.hits.some((h) => h.concept === 'neg' && h.start >= draft.from && h.end <= draft.to)) return;
    draft.rejected = true;
  } else draft.rejected = effect === 'denied' || labels.get(draft) === 'rejects' || !draft.rejected;
  draft.attribution = by;
}

/** The drafts that a verdict is on, and whether it ends an account: no later verdict looks back past it. */
function meant(
  account: Account,
  drafts: readonly Told[],
  sentence: number,
  { reach, effect }: Verdict,
): { told: Told[]; ends: boolean } {
  const tells = (list: readonly Told[]): boolean => list.some((d) => account.speaks(d.view, d.from, d.to));
  const said = since(account, 0, drafts, sentence);
  const own = said.filter((d) => d.sentence === sentence);
  if (effect === 'turned' && account.opened !== null && reach !== 'sentence') {
    const tale = since(account, account.opened, drafts, sentence);
    if (tells(tale)) return { told: tale, ends: true };
  }
  if (reach === 'last') return { told: lastOf(account, said, sentence, LAST_REACH), ends: false };
  if (reach === 'near') return { told: lastOf(account, said, sentence, 1), ends: false };
  if (reach === 'sentence' && tells(own)) return { told: own, ends: false };
  const paragraph = since(account, account.paragraph, drafts, sentence);
  return { told: tells(paragraph) ? paragraph : since(account, account.earlier, drafts, sentence), ends: true };
}

/** The drafts from number `start` on that a verdict may be meant for, in order. */
function since({ labels }: Account, start: number, drafts: readonly Told[], sentence: number): Told[] {
  let first = drafts.length;
  while (first > start && sentence - drafts[first - 1]!.sentence <= ACCOUNT_REACH) first--;
  return drafts.slice(first).filter((d) => labels.get(d) !== 'affirms');
}

/** What was said last, past a short sentence that says nothing to check, and all that its source says in that sentence. */
function lastOf({ speaks }: Account, said: readonly Told[], sentence: number, far: number): Told[] {
  const near = said.filter((d) => sentence - d.sentence <= far);
  const last =
    near.findLast(
      (d) => (sentence - d.sentence <= 1 && d.view.tokens.length > FILLER) || speaks(d.view, d.from, d.to),
    ) ?? near.findLast((d) => sentence - d.sentence < LAST_REACH);
  if (!last) return [];
  const source = last.attribution?.source;
  return near.filter(
    (d) => d === last || (d.sentence === last.sentence && source !== undefined && d.attribution?.source === source),
  );
}
