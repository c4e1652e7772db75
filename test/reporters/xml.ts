/** XML as a tree, read by a parser that is not ours. */
import { Parser } from 'htmlparser2';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** The root element. Throws when elements do not nest or characters stand in it that XML 1.0 forbids. */
export function parseXml(xml: string): Element {
  if (!/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(xml)) throw new Error('forbidden character');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)!.text += text;
      },
      onclosetag(name, implied) {
        if (open.pop()?.name !== name || (implied && !xml.includes('/>'))) throw new Error(`${name} does not nest`);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one root');
  return root.children[0]!;
}
