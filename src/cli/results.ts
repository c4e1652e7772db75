/** The results of `check` as they come: from items to records to findings to reports. */

import type { CheckedItem } from '../batch/check-item.ts';
import { copyIndex } from '../batch/copies.ts';
import { inTurn } from '../batch/in-turn.ts';
import type { ReportItem, Tally } from '../reporters/reporter.ts';
import type { Review } from '../review/finding.ts';
import { counts, reviewRecord } from '../review/review.ts';
import type { Settings } from '../review/settings.ts';
import type { ReadItem } from '../source/item.ts';
import type { CheckCommandOptions } from './check.ts';
import type { Messages } from './messages.ts';
import type { Plan } from './plan.ts';
import { openReports } from './report-set.ts';
import type { Setup } from './setup.ts';
import type { ShareDone } from './share-done.ts';

/** What came of the inputs: counts of what was shown, and whether anything found counts for the exit status. */
export interface Outcome {
  tally: Tally;
  found: boolean;
}

/** Checks each article and writes its result before the next is read; only a baseline has them wait for one another. */
export async function writeResults(
  items: AsyncIterable<ReadItem[]>,
  plan: Plan,
  options: CheckCommandOptions,
  messages: Messages,
  { checker, asOf, base, knownFacts }: Setup,
  share: ShareDone | null,
  signal: AbortSignal,
): Promise<Outcome> {
  const baseline = plan.baseline && (await (await import('./baseline-file.ts')).openBaseline(plan.baseline));
  const reports = await openReports(plan.reports, options, base, asOf);
  const copies = copyIndex();
  const held: ReportItem[] = [];
  let done = 0;
  let found = false;
  const report = (item: ReportItem): Promise<unknown> | undefined => {
    const settings = settingsOf(plan, item.record.article.id, item.review?.inFile);
    found ||= item.review!.findings.some((finding) => counts(finding, settings));
    return reports.add(narrowed(item, settings, options));
  };
  for await (const batch of inTurn(items, checker)) {
    for (const { checked } of batch) {
      const { record, notes, sketch } = checked;
      if (sketch !== null) record.article.copyOf = copies.copyOf(record.article.id, sketch);
      if (record.error || !options.quiet) for (const note of notes) messages.say(note);
      const item = reviewed(checked, plan, knownFacts);
      done++;
      if (baseline) held.push(item);
      else {
        const wait = report(item);
        if (wait) await wait;
      }
    }
    const { path } = batch.at(-1)!;
    messages.progress(done, reports.tally, () => share?.at(path) ?? null);
  }
  if (baseline && !signal.aborted) {
    const { reviews, line } = await baseline.hold(held.map(({ review }) => review!));
    for (const [i, item] of held.entries()) await report({ ...item, review: reviews[i]! });
    if (!options.quiet) messages.say(line);
  }
  await reports.end();
  return { tally: reports.tally, found };
}

/** What holds for an article: where its id leads to no file, it is no path to go by. */
const settingsOf = (plan: Plan, id: string, inFile = true): Settings => (inFile ? plan.settingsFor(id) : plan.settings);

/** The record and its findings; of an input that changed in part, what lies on changed lines. */
function reviewed(
  { record, file, contexts }: CheckedItem,
  plan: Plan,
  knownFacts: readonly string[],
): { record: CheckedItem['record']; review: Review; contexts: CheckedItem['contexts'] } {
  const { id } = record.article;
  // Lines of what is no text are none of git's.
  const isText = file?.places.every((place) => place.file !== null) ?? true;
  const inFile = file?.own ?? true;
  const changed = isText && inFile ? plan.selection.changedIn(id) : undefined;
  const settings = settingsOf(plan, id, inFile);
  const review = {
    ...reviewRecord({ record, file, settings, knownFacts, changed, fingerprinted: plan.inDetail }),
    inFile,
  };
  if (!changed || file === null) return { record, review, contexts };
  const isChanged = file.places.map(({ start, end }) => changed.touches(start.line, end.line));
  return {
    record: { ...record, claims: record.claims.filter((_, i) => isChanged[i]) },
    review,
    contexts: contexts?.filter((_, i) => isChanged[i]) ?? null,
  };
}

/** Without the claims and findings that were not asked for. */
export function narrowed(
  item: ReportItem,
  { minConfidence, quoted }: Pick<Settings, 'minConfidence' | 'quoted'>,
  { label }: Pick<CheckCommandOptions, 'label'>,
): ReportItem {
  if (minConfidence === 0 && label === undefined && quoted !== 'ignore') return item;
  const { record, contexts, review } = item;
  const isAsked = (claim: (typeof record.claims)[number]): boolean =>
    claim.confidence >= minConfidence &&
    (label?.includes(claim.label) ?? true) &&
    !(claim.quoted && quoted === 'ignore');
  return {
    record: { ...record, claims: record.claims.filter(isAsked) },
    contexts: contexts?.filter((_, i) => isAsked(record.claims[i]!)) ?? null,
    review: review && { ...review, findings: review.findings.filter(({ claim }) => isAsked(claim)) },
  };
}
