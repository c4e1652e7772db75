/** `--format human`: for reading in a terminal, with or without colours. */
import pc from 'picocolors';
import type { ClaimRecord } from '../model.ts';
import type { Excuse, Notice } from '../review/finding.ts';
import { type Context, quoteAlone } from './context.ts';
import { oneLine } from './escape.ts';
import { excuseWords } from './finding-sentences.ts';
import { type Colors, LABEL_SIGNS, labelPaint } from './label.ts';
import {
  type DecidingFact,
  factsOf,
  labelCounts,
  type Reporter,
  type ReportItem,
  type ReportOptions,
  type Tally,
} from './reporter.ts';
import { attributionWords, countWords, dateWords, frameWords, plural } from './sentences.ts';
import { width, wrap, wrapMarked } from './wrap.ts';

/**
 * Writes each article with a claim as a heading and its claims: place, label, confidence and attribution; the
 * claim in its sentence, underlined in colour or by a line of carets; why; the facts. Control characters of
 * the article show as text. Failed inputs are left to the error output.
 */
export function humanReporter(options: ReportOptions): Reporter {
  const colors = pc.createColors(options.color);
  return {
    head: () => '',
    item: (item) =>
      item.record.claims.length === 0 && !item.record.frames?.length && !item.review?.notices.length
        ? ''
        : article(item, options, colors),
    tail: (tally) => (options.quiet || tally.articles === 0 ? '' : summary(tally, options, colors)),
  };
}

function article({ record, contexts, review }: ReportItem, options: ReportOptions, colors: Colors): string {
  const name = oneLine(record.article.id);
  const title = record.article.title ? `  ${colors.dim(oneLine(record.article.title))}` : '';
  const framing = record.frames ? [`frames: ${frameWords(record.frames)}`] : [];
  const lines = [
    `${colors.bold(colors.underline(name))}${title}`,
    countWords(labelCounts(record.claims)),
    ...framing,
    '',
  ];
  const asOf = dateWords(record.engine.asOf);
  const excuses = new Map(review?.findings.map(({ claim, excuse }) => [claim.id, excuse]));
  record.claims.forEach((claim, i) => {
    const shown = contexts?.[i] ?? quoteAlone(claim.quote);
    lines.push(...claimLines(claim, shown, excuses.get(claim.id) ?? null, asOf, options, colors), '');
  });
  lines.push(...noticeLines(review?.notices ?? [], options, colors));
  return `${lines.join('\n')}\n`;
}

/** What is wrong with the comments that suppress findings. */
function noticeLines(notices: readonly Notice[], options: ReportOptions, colors: Colors): string[] {
  return notices.flatMap(({ line, column, message }) => [
    ...wrap(oneLine(message), options.width - 4).map((one, i) =>
      i === 0 ? `  ${line}:${column}  ${colors.yellow(`! ${one}`)}` : `    ${colors.yellow(one)}`,
    ),
    '',
  ]);
}

function claimLines(
  claim: ClaimRecord,
  shown: Context,
  excuse: Excuse | null,
  asOf: string,
  options: ReportOptions,
  colors: Colors,
): string[] {
  const color = labelPaint(colors, claim.label);
  const label = color(colors.bold(`${LABEL_SIGNS[claim.label]} ${claim.label}`));
  const said = claim.attribution ? [oneLine(attributionWords(claim.attribution))] : [];
  const denied = claim.rejected ? ['denied in the text'] : [];
  const why = excuse ?? (claim.quoted ? ({ kind: 'quoted' } as const) : null);
  const excused = why ? [oneLine(excuseWords(why))] : [];
  const head = [`${claim.line}:${claim.column}`, label, claim.confidence.toFixed(2), ...said, ...denied, ...excused];
  const entry = (name: string, text: string): string[] =>
    wrap(oneLine(text), options.width - 14).map(
      (line, index) => `    ${colors.dim((index === 0 ? name : '').padEnd(8))}  ${line}`,
    );
  return [
    `  ${head.join('  ')}`,
    ...sentenceLines(shown, options, colors, color),
    ...entry('why', claim.reason),
    ...(claim.suggestion === null ? [] : entry('try', `“${claim.suggestion}”`)),
    ...factsOf(claim).flatMap((fact) => [
      ...entry('fact', factLine(claim, fact, asOf)),
      ...(fact.source ? entry('source', `“${fact.source.text}” [${fact.source.locator}]`) : []),
    ]),
  ];
}

/** The fact and its places; the statement itself is left out where the reason has just given it. */
function factLine(claim: ClaimRecord, fact: DecidingFact, asOf: string): string {
  const place = `${fact.factId}: ${fact.locators.join(', ')}, as of ${asOf}`;
  return claim.reason.includes(fact.statement.replace(/[.\s]+$/, '')) ? place : `${fact.statement} [${place}]`;
}

function sentenceLines(
  shown: Context,
  options: ReportOptions,
  colors: Colors,
  color: (text: string) => string,
): string[] {
  return wrapMarked(shown.text, shown.mark, options.width - 4).flatMap((line) => {
    const printed = line.map((part) => (part.marked ? color(colors.underline(part.text)) : part.text)).join('');
    if (options.color || !line.some((part) => part.marked)) return [`    ${printed}`];
    const marks = line.map((part) => (part.marked ? '^' : ' ').repeat(width(part.text))).join('');
    return [`    ${printed}`, `    ${marks.trimEnd()}`];
  });
}

function summary(tally: Tally, options: ReportOptions, colors: Colors): string {
  const clean = tally.withoutClaims > 0 && tally.articles > 1 ? [`${tally.withoutClaims} without a claim`] : [];
  const failed = tally.failed > 0 ? [`${plural(tally.failed, 'input')} not readable`] : [];
  const note = `Held against one source, as of ${dateWords(tally.asOf)}; “unverified” means that it is silent.`;
  const counts = [plural(tally.articles, 'article'), ...clean, ...failed].join(', ');
  return `${[colors.bold(`${counts}; ${countWords(tally.labels)}`), ...wrap(note, options.width).map(colors.dim)].join('\n')}\n`;
}
