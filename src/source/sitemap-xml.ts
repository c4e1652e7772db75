/** Streams through XML from anywhere, without a tree, entities of its own or deep nesting. */
import { Parser } from 'htmlparser2';

/** Nesting at which reading ends: the parser's work grows with the square of it. Sitemaps have 4 levels, feeds 60. */
const DEEPEST = 500;
/** Longest text kept of an element, in characters; addresses and titles are shorter. */
const LONGEST_TEXT = 10_000;

/** What happens to elements, by their names in lower case without a prefix, from the root to the element. */
export interface XmlEvents {
  open?(path: readonly string[], attributes: Record<string, string>): void;
  /** `text` is what stands in the element itself, without what stands in its children. False ends the reading. */
  close(path: readonly string[], text: string): boolean;
}

/**
 * Reads `xml` as far as it goes: what is not closed or not opened is passed over, what is nested too deep ends it.
 * Knows the five entities of XML and characters by number; entities that the document declares stay as they stand.
 */
export function readXml(xml: string, { open, close }: XmlEvents): void {
  const path: string[] = [];
  const texts: string[] = [];
  let done = false;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (done) return;
        path.push(localName(name));
        texts.push('');
        open?.(path, attributes);
        if (path.length > DEEPEST) stop();
      },
      onclosetag() {
        if (done) return;
        if (!close(path, texts.pop() ?? '')) stop();
        path.pop();
      },
      ontext(data) {
        const last = texts.length - 1;
        if (done || last < 0 || texts[last]!.length >= LONGEST_TEXT) return;
        texts[last] += data.slice(0, LONGEST_TEXT);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const stop = (): void => {
    done = true;
    parser.pause();
  };
  // The end is not told: it would close what the document leaves open, addresses cut in the middle among them.
  parser.write(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
