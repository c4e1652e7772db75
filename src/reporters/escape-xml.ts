/** Text for XML 1.0, in attributes and between tags alike. Linear in its input. */
import { forTerminal } from './escape.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
};

/**
 * Text that a parser of XML 1.0 reads back as `forTerminal(text)` does it: control characters, which XML cannot hold,
 * show as `\u{1b}`; lone surrogates and the two non-characters that XML forbids become U+FFFD. Line breaks are kept as
 * references, since parsers make spaces of them in attributes.
 */
export function forXml(text: string): string {
  return forTerminal(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"'\n]/g, (character) => ENTITIES[character]!);
}
