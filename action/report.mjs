/** What the action hands to the runner: the summary, the outputs, and lines that are no commands. */
import { appendFileSync, readFileSync } from 'node:fs';

/** Bytes of a step's summary; of one above 1 MiB the runner shows nothing. */
const MOST_SUMMARY = 1_000_000;

/** Appends a file of Markdown to the summary, cut at the end of a line where it is too long. */
export function writeSummary(target, file) {
  const bytes = readFileSync(file);
  const whole = bytes.length <= MOST_SUMMARY;
  const text = whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(10, MOST_SUMMARY) + 1);
  appendFileSync(target, text);
  if (!whole) appendFileSync(target, '\nThe list goes on: the rest is in the SARIF file.\n');
}

/** Writes the outputs of a step; values have one line. */
export function writeOutputs(target, outputs) {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${String(value).replace(/[\r\n]+/g, ' ')}\n`);
  appendFileSync(target, lines.join(''));
}

/** A message as an annotation of the job. */
export function commandFor(message) {
  return `::error title=scscheck::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
}

/** Messages as they are, but that none of their lines, which may name files of others, is a command to the runner. */
export function harmless(text) {
  const lines = text.split(/(?<=[\r\n])/).map((line) => (/^[\s\u0085]*::/.test(line) ? `| ${line}` : line));
  return lines.join('').replaceAll('##[', '## [');
}
