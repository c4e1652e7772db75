/** Findings, notices and failed inputs as pieces of a comment in Markdown. Pure; all text of articles is escaped. */
import type { Finding, Notice } from '../review/finding.ts';
import { oneLine } from './escape.ts';
import { forComment } from './escape-comment.ts';
import { documentWords, excuseWords, findingTitle, shortened } from './finding-sentences.ts';
import { changesFile, type Excused } from './finding-shown.ts';
import { factsOf } from './reporter.ts';
import { attributionWords, dateWords } from './sentences.ts';

/** Most characters of the article's words, of a suggestion, and of a path. */
const QUOTE = 600;
const PATH = 300;

/** The heading of a file. */
export function fileHeading(path: string): string {
  return `#### ${forComment(shortened(path, PATH))}\n\n`;
}

/** A finding: severity, place and label; the words; why; the facts; what to write instead. */
export function findingEntry(finding: Finding, asOf: string): string {
  const { claim, place, severity } = finding;
  const said = claim.attribution ? [attributionWords(claim.attribution)] : [];
  const where = place.document ? documentWords(place.document) : `line ${place.start.line}`;
  const words = [
    where,
    claim.label,
    claim.confidence.toFixed(2),
    ...said.map((one) => shortened(one)),
    ...(claim.quoted ? ['in quoted speech'] : []),
    ...(claim.rejected ? ['denied in the text'] : []),
  ];
  const facts = factsOf(claim).map(({ factId, statement, locators, source }) => {
    const own = source ? ` In the source: “${forComment(source.text)}” (${forComment(source.locator)})` : '';
    const places = `${forComment(factId)}, ${forComment(locators.join(', '))}, as of ${dateWords(asOf)}`;
    return `- ${forComment(statement)} (${places})${own}\n`;
  });
  return [
    `**${severity}**, ${forComment(words.join(', '))}\n\n`,
    `> ${forComment(shortened(claim.quote, QUOTE))}\n\n`,
    `${forComment(claim.reason)}\n\n`,
    facts.length > 0 ? `${facts.join('')}\n` : '',
    suggestion(finding),
  ].join('');
}

/** What to write instead, as a change where it can be made in the file, else as words. */
function suggestion(finding: Finding): string {
  const { claim } = finding;
  if (claim.suggestion === null) return '';
  const instead = oneLine(shortened(claim.suggestion, QUOTE));
  if (!changesFile(finding)) return `Suggested: ${forComment(instead)}\n\n`;
  // Each line begins with a sign, so that none can end the block.
  return `\`\`\`diff\n- ${oneLine(shortened(claim.quote, QUOTE))}\n+ ${instead}\n\`\`\`\n\n`;
}

export function noticeEntry({ severity, line, message, code }: Notice): string {
  return `**${severity}**, line ${line}: ${forComment(shortened(message, QUOTE))} (${code})\n\n`;
}

/** A line on a finding that was let be. */
export function excusedEntry(finding: Excused, path: string): string {
  const { claim, excuse } = finding;
  const place = `${shortened(path, PATH)}, line ${claim.line}`;
  return `- ${forComment(`${place}: “${shortened(claim.quote)}”, ${findingTitle(finding)}, ${excuseWords(excuse)}`)}\n`;
}

/** A line on an input that could not be read. */
export function failureEntry(path: string, words: string): string {
  return `- ${forComment(`${shortened(path, PATH)} ${shortened(words)}`)}\n`;
}
