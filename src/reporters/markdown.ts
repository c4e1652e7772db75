/** `--format markdown`: for pull requests, issues and notes. */
import type { ClaimRecord } from '../model.ts';
import { forMarkdown } from './escape.ts';
import { factsOf, labelCounts, type Reporter, type ReportOptions } from './reporter.ts';
import { attributionWords, countWords, dateWords, plural } from './sentences.ts';

/** Longest quote printed whole, in characters. */
const QUOTE = 600;

/**
 * Writes a heading for each article with a claim and a section a claim: label and place, the quote, the reason
 * and the facts. What comes from articles is escaped: it cannot form markup, HTML, links or mentions.
 */
export function markdownReporter(options: Pick<ReportOptions, 'quiet'>): Reporter {
  return {
    head: () => '',
    item({ record }) {
      if (record.claims.length === 0) return '';
      const { id, title } = record.article;
      const heading = `## ${forMarkdown(title ?? id)}\n\n${title ? `${forMarkdown(id)}, ` : ''}`;
      const asOf = dateWords(record.engine.asOf);
      return `${heading}${countWords(labelCounts(record.claims))}\n\n${record.claims.map((one) => section(one, asOf)).join('')}`;
    },
    tail(tally) {
      if (options.quiet || tally.articles === 0) return '';
      const failed = tally.failed > 0 ? `, ${plural(tally.failed, 'input')} not readable` : '';
      return `${plural(tally.articles, 'article')}${failed}. Held against one source, as of ${dateWords(tally.asOf)}; “unverified” means that it is silent.\n`;
    },
  };
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
