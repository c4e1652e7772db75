/** Text for the workflow commands of GitHub's runner, and for lines of its log. Linear in its input. */
import { oneLine } from './escape.ts';

/**
 * One line of plain text for the log. The runner takes `##[` for the start of a command wherever it stands, so it is
 * parted; the caller begins the line with a word of its own, as `::` counts at the start of a line.
 */
export function forGithubLog(text: string): string {
  return oneLine(text).replaceAll('##[', '## [');
}

/** The message of a command. Lines of `text` stay lines; nothing in it can end the command. */
export function forGithubData(text: string): string {
  return text.split('\n').map(forGithubLog).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** The value of a property of a command; a value of several lines becomes one. */
export function forGithubProperty(text: string): string {
  return forGithubLog(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
