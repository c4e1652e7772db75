/** What an editor shows over a finding. Pure. */
import { forMarkdown, oneLine } from '../reporters/escape.ts';
import { factsOf } from '../reporters/reporter.ts';
import { attributionWords, dateWords } from '../reporters/sentences.ts';
import type { Finding } from '../review/finding.ts';
import type { Checked } from './engine.ts';

/** Most facts shown of a claim. */
const MOST_FACTS = 3;

/** Label, reason, who said it, and the facts with place and date, as Markdown or as plain text, a paragraph each. */
export function hoverText({ claim, factId }: Finding, checked: Checked, markdown: boolean): string {
  const words = markdown ? forMarkdown : oneLine;
  const strong = (text: string): string => (markdown ? `**${text}**` : text);
  const sure = `confidence ${Math.round(100 * claim.confidence)} %`;
  const said = claim.attribution ? `, ${words(attributionWords(claim.attribution))}` : '';
  const paragraphs = [
    `${strong(claim.label)} (${sure})${claim.quoted ? ', in quoted speech' : ''}${claim.rejected ? ', denied in the text' : ''}${said}`,
    words(claim.reason),
    ...factsOf(claim)
      .slice(0, MOST_FACTS)
      .map((fact) => {
        const place = `${fact.factId}, ${fact.locators.join(', ')}, as of ${dateWords(checked.asOf(fact.factId))}`;
        return `${markdown ? '> ' : ''}${words(fact.statement)} (${words(place)})`;
      }),
  ];
  if (claim.evidence.length === 0) paragraphs.push(`As of ${dateWords(checked.asOf(factId))}.`);
  const suggestion = checked.suggestion({ claim, factId } as Finding);
  if (suggestion !== null) paragraphs.push(`Suggested: “${words(suggestion)}”`);
  return paragraphs.join('\n\n');
}
