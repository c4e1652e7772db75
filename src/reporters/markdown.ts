/** `--format markdown`: a comment for a pull request, or a listing for issues and notes. */
import type { ClaimRecord } from '../model.ts';
import { forMarkdown } from './escape.ts';
import { findingComment } from './finding-comment.ts';
import { factsOf, labelCounts, type Reporter, type ReportItem, type ReportOptions, type Tally } from './reporter.ts';
import { attributionWords, countWords, dateWords, plural } from './sentences.ts';

/** Longest quote printed whole, in characters. */
const QUOTE = 600;

/**
 * Where inputs are reviewed: one comment for a pull request, written at the end (see `findingComment`). Where they are
 * not: a heading for each article with a claim and a section a claim, with label and place, the quote, the reason and
 * the facts, as they come. What comes from articles is escaped: it cannot form markup, HTML, links or mentions.
 */
export function markdownReporter(options: Pick<ReportOptions, 'quiet' | 'paths'>): Reporter {
  const comment = findingComment(options);
  let reviewed = false;
  return {
    head: () => '',
    item(item) {
      reviewed ||= item.review !== null;
      comment.add(item);
      return item.review === null && !reviewed ? listing(item) : '';
    },
    tail: (tally) => (reviewed ? comment.text(tally.asOf) : summary(tally, options.quiet)),
  };
}

function listing({ record }: ReportItem): string {
  if (record.claims.length === 0) return '';
  const { id, title } = record.article;
  const heading = `## ${forMarkdown(title ?? id)}\n\n${title ? `${forMarkdown(id)}, ` : ''}`;
  const asOf = dateWords(record.engine.asOf);
  const sections = record.claims.map((one) => section(one, asOf)).join('');
  return `${heading}${countWords(labelCounts(record.claims))}\n\n${sections}`;
}

function summary(tally: Tally, quiet: boolean): string {
  if (quiet || tally.articles === 0) return '';
  const failed = tally.failed > 0 ? `, ${plural(tally.failed, 'input')} not readable` : '';
  const held = `Held against one source, as of ${dateWords(tally.asOf)}; “unverified” means that it is silent.`;
  return `${plural(tally.articles, 'article')}${failed}. ${held}\n`;
}

function section(claim: ClaimRecord, asOf: string): string {
  const said = claim.attribution ? `, ${forMarkdown(attributionWords(claim.attribution))}` : '';
  const denied = claim.rejected ? ', denied in the text' : '';
  const quote = claim.quote.length > QUOTE ? `${claim.quote.slice(0, QUOTE)}…` : claim.quote;
  const facts = factsOf(claim).map((fact) => {
    const place = `${forMarkdown(fact.factId)}, ${fact.locators.join(', ')}, as of ${asOf}`;
    const source = fact.source ? ` In the source: “${forMarkdown(fact.source.text)}” (${fact.source.locator})` : '';
    return `- ${forMarkdown(fact.statement)} (${place})${source}\n`;
  });
  return [
    `### ${claim.label} (${claim.confidence.toFixed(2)}), line ${claim.line}${said}${denied}\n\n`,
    `> ${forMarkdown(quote)}\n\n`,
    `${forMarkdown(claim.reason)}\n\n`,
    facts.length > 0 ? `${facts.join('')}\n` : '',
  ].join('');
}
