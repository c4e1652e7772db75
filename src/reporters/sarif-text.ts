/** Text in the messages of SARIF. Linear in its input. */
import { oneLine } from './escape.ts';

/**
 * `text` on one line as a message that means itself: without what viewers make links (`[a](b)`) or placeholders
 * (`{0}`) of. A space parts them, as not every viewer knows the standard's backslashes.
 */
export function sarifText(text: string): string {
  return oneLine(text)
    .replaceAll('](', '] (')
    .replace(/\{(?=\d)/g, '{ ');
}
