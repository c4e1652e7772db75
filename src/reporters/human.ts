/** `--format human`: for reading in a terminal, with or without colours. */
import pc from 'picocolors';
import type { CheckedClaim, CheckResult, ClaimRecord } from '../model.ts';
import { type Context, claimContext, quoteAlone, sentenceOf } from './context.ts';
import { oneLine } from './escape.ts';
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
import { attributionWords, countWords, dateWords, plural } from './sentences.ts';
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
    item: (item) => (item.record.claims.length === 0 ? '' : article(item, options, colors)),
    tail: (tally) => (options.quiet || tally.articles === 0 ? '' : summary(tally, options, colors)),
  };
}

function article({ record, result }: ReportItem, options: ReportOptions, colors: Colors): string {
  const name = oneLine(record.article.id);
  const title = record.article.title ? `  ${colors.dim(oneLine(record.article.title))}` : '';
  const lines = [`${colors.bold(colors.underline(name))}${title}`, countWords(labelCounts(record.claims)), ''];
  const asOf = dateWords(record.engine.asOf);
  const byId = new Map(result?.claims.map((one) => [one.id, one]));
  for (const claim of record.claims) {
    const shown = inContext(claim, result, byId.get(claim.id));
    lines.push(...claimLines(claim, shown, asOf, options, colors), '');
  }
  return `${lines.join('\n')}\n`;
}

function inContext(claim: ClaimRecord, result: CheckResult | null, checked: CheckedClaim | undefined): Context {
  if (!result || !checked) return quoteAlone(claim.quote);
  return claimContext(result.article.text, sentenceOf(checked, result.sentences), checked);
}

function claimLines(
  claim: ClaimRecord,
  shown: Context,
  asOf: string,
  options: ReportOptions,
  colors: Colors,
): string[] {
  const color = labelPaint(colors, claim.label);
  const label = color(colors.bold(`${LABEL_SIGNS[claim.label]} ${claim.label}`));
  const said = claim.attribution ? [oneLine(attributionWords(claim.attribution))] : [];
  const denied = claim.rejected ? ['denied in the text'] : [];
  const head = [`${claim.line}:${claim.column}`, label, claim.confidence.toFixed(2), ...said, ...denied];
  const entry = (name: string, text: string): string[] =>
    wrap(oneLine(text), options.width - 14).map(
      (line, index) => `    ${colors.dim((index === 0 ? name : '').padEnd(8))}  ${line}`,
    );
  return [
    `  ${head.join('  ')}`,
    ...sentenceLines(shown, options, colors, color),
    ...entry('why', claim.reason),
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
