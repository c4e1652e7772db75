/** What a reader must be told of how a study came about. Pure. */
import { LEAST_PERIODS } from './analysis/trends.ts';
import type { FinishedRun } from './inputs.ts';
import type { Caution, StudyResult } from './model.ts';
import type { StudyTables } from './tables/tables.ts';
import { isWork } from './work-name.ts';

/** With fewer outlets one of them can move every share, and intervals by outlet are guesses. */
const FEW_OUTLETS = 6;

/** The cautions, the gravest first. */
export function cautionsOf(
  { flow, remarks, loaded }: StudyTables,
  asked: { until: string; runs: readonly Pick<FinishedRun, 'framesRules'>[] },
  coded: { sample: number; asked: boolean },
  { engine, codebook }: Pick<StudyResult, 'engine' | 'codebook'>,
): Caution[] {
  const cautions: Caution[] = [];
  const add = (code: string, values: Caution['values'], holds = true): void => {
    if (holds) cautions.push({ code, values });
  };
  const onTopic = flow.studied + flow.undated + flow.future;
  const readable = flow.read - flow.failed;
  // A date that is there, though it is none or too coarse, is told of below.
  const dateless = flow.undated - remarks.coarse - remarks.unreadable;
  add('no-on-topic', { articles: readable }, readable > 0 && onTopic === 0);
  add('no-dates', { articles: onTopic }, onTopic > 0 && dateless === onTopic);
  add('one-article', {}, flow.studied === 1);
  const { lines, places } = loaded.broken;
  const [where] = places;
  if (lines > 0 && where) add('broken-lines', { lines, file: placeOf(where.file), line: where.line });
  add('mixed-engines', { engines: loaded.engines.length }, loaded.engines.length > 1);
  for (const other of loaded.engines) {
    if (other.version === engine.version && other.factBase === engine.factBase) continue;
    const version = other.version ?? 'unknown';
    add('coded-elsewhere', { records: other.records, version, factBase: (other.factBase ?? 'unknown').slice(0, 12) });
  }
  // Rules may change within a version; an older one did not write them down.
  const otherwise = asked.runs.filter(({ framesRules }) => framesRules !== null && framesRules !== codebook);
  add('other-frame-rules', { runs: otherwise.length, rules: codebook.slice(0, 12) }, otherwise.length > 0);
  add('no-frames-coded', { articles: remarks.uncoded }, remarks.uncoded > 0);
  add('undated-left-out', { articles: dateless }, dateless > 0 && dateless < onTopic);
  add('future-dates', { articles: flow.future, latest: asked.until }, flow.future > 0);
  add('duplicates-left-out', { records: loaded.duplicates }, loaded.duplicates > 0);
  add('duplicate-ids', { ids: loaded.renamed }, loaded.renamed > 0);
  add('coarse-dates', { articles: remarks.coarse }, remarks.coarse > 0);
  add('unreadable-dates', { articles: remarks.unreadable }, remarks.unreadable > 0);
  add(
    'unknown-codes',
    { codes: remarks.unknownFrames + remarks.unknownLabels },
    remarks.unknownFrames + remarks.unknownLabels > 0,
  );
  add('other-facts', { facts: remarks.otherFacts }, remarks.otherFacts > 0);
  const { filledPeriods } = remarks;
  add(
    'few-periods',
    { periods: filledPeriods, needed: LEAST_PERIODS },
    flow.studied > 0 && filledPeriods < LEAST_PERIODS,
  );
  add('no-outlets', { articles: flow.studied }, flow.studied > 0 && flow.outlets === 0);
  add('few-outlets', { outlets: flow.outlets }, flow.outlets > 0 && flow.outlets < FEW_OUTLETS);
  add('without-outlet', { articles: flow.withoutOutlet }, flow.outlets > 0 && flow.withoutOutlet > 0);
  add('no-labelled-sample', {}, flow.studied > 0 && !coded.asked);
  add('sample-not-here', {}, coded.asked && coded.sample === 0);
  return cautions;
}

/** A file of records by the folder of its run, so that a report is the same wherever that lies. */
function placeOf(file: string): string {
  const parts = file.split(/[\\/]/).slice(-3);
  // The folder that the study works in has a name by chance.
  return parts.slice(parts.findIndex(isWork) + 1).join('/');
}
