/** `scscheck explain`: the whole comparison, for people and as JSON. */
import pc from 'picocolors';
import type { Explanation } from '../explain.ts';
import type { Match } from '../model.ts';
import { oneLine } from './escape.ts';
import { LABEL_SIGNS, labelPaint } from './label.ts';
import { type Engine, evidenceRecord } from './record.ts';
import {
  attributionWords,
  dateWords,
  FACET_WORDS,
  OUTCOME_WORDS,
  RELATION_WORDS,
  reasonSentence,
  turnSentence,
} from './sentences.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

export interface ExplainReportOptions {
  engine: Engine;
  /** As for result records. */
  sourceText?: ((locator: string) => string | undefined) | undefined;
}

/** The explanation as one JSON document, indented, ending in a line break. */
export function explainJson(explanation: Explanation, options: ExplainReportOptions): string {
  const { result, steps, nearest, turn } = explanation;
  const document = {
    claim: result && {
      quote: result.text,
      label: result.label,
      confidence: result.confidence,
      attribution: result.attribution,
      rejected: result.rejected,
      facets: result.facets,
      evidence: result.evidence.map((one) => evidenceRecord(one, options)),
      reason: reasonSentence(result),
    },
    steps,
    nearest: nearest.map(({ fact, match }) => ({
      factId: fact.id,
      statement: fact.statement,
      asOf: fact.asOf,
      relation: match.relation,
      locators: match.locators,
      comparisons: match.comparisons,
    })),
    turn,
    engine: options.engine,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The explanation for a terminal, wrapped at `width` columns. */
export function explainHuman(
  explanation: Explanation,
  options: ExplainReportOptions & { width: number; color: boolean },
): string {
  const { result, steps, nearest, turn } = explanation;
  const colors = pc.createColors(options.color);
  const lines: string[] = [];
  const say = (text: string, indent = 0, hang = 0): void => {
    const wrapped = wrap(oneLine(text), options.width - indent - hang);
    lines.push(...wrapped.map((line, index) => ' '.repeat(indent + (index > 0 ? hang : 0)) + line));
  };
  const heading = (text: string): void => void lines.push('', colors.bold(text));

  if (result) {
    say(`“${result.text}”`);
    const said = result.attribution ? [oneLine(attributionWords(result.attribution))] : [];
    const denied = result.rejected ? ['denied in the text'] : [];
    const label = labelPaint(colors, result.label)(colors.bold(`${LABEL_SIGNS[result.label]} ${result.label}`));
    lines.push([label, result.confidence.toFixed(2), ...said, ...denied].join('  '));
    say(reasonSentence(result));
    for (const evidence of result.evidence) {
      const quote = options.sourceText?.(evidence.locator);
      if (quote !== undefined) say(`${evidence.locator}: “${quote}”`, 2);
    }
  } else lines.push(colors.bold('No claim about the social credit system was found in this.'));

  if (steps.length > 0) heading('Step by step');
  for (const [index, step] of steps.entries())
    say(`${index + 1}. ${step.text.charAt(0).toUpperCase()}${step.text.slice(1)}`, 2, 3);

  if (nearest.length > 0) heading('Nearest facts');
  for (const { fact, match } of nearest) {
    const place = `${match.locators.join(', ')}, as of ${dateWords(fact.asOf)}`;
    lines.push(`  ${colors.bold(fact.id)}  ${RELATION_WORDS[match.relation]}  ${colors.dim(`[${place}]`)}`);
    say(fact.statement, 4);
    lines.push(...comparisonTable(match, options.width, colors), '');
  }
  if (turn) {
    heading('What would turn it');
    say(turnSentence(turn), 2);
    say(`“${turn.rewording}”`, 2);
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function comparisonTable(match: Match, width: number, colors: ReturnType<typeof pc.createColors>): string[] {
  if (match.comparisons.length === 0) return [];
  const rows = match.comparisons.map((one) => [
    FACET_WORDS[one.facet],
    oneLine(one.claim ?? '-'),
    oneLine(one.fact ?? '-'),
    OUTCOME_WORDS[one.outcome],
  ]);
  const paint = { agrees: colors.green, clashes: colors.red, silent: colors.yellow };
  return table([['facet', 'claim', 'fact', 'outcome'], ...rows], {
    width,
    indent: 4,
    style(text, row, column) {
      if (row === 0) return colors.dim(text);
      const outcome = match.comparisons[row - 1]?.outcome;
      return column === 3 && outcome ? paint[outcome](text) : text;
    },
  });
}
