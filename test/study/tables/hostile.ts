/** Records whose texts are out to break what reads them. */
import { claim, frame, record, type TestRecord } from './corpus.ts';

export const HOSTILE = [
  '=HYPERLINK("x","y")',
  '+1',
  '-2',
  '@SUM(A1)',
  '\ttab',
  '\rreturn',
  '＝wide',
  "'; DROP TABLE articles; --",
  '"quoted", with a comma',
  'two\nlines\r\nand more',
  'nul\u0000inside',
  '\u0007\u001b[31mred\u202e',
  '🦆 信用 é',
  ' led and trailed ',
  'null',
  '$1 :x %s',
];

/** A record for each text, in every field that holds text, and one outlet with a name of 20,000 characters. */
export function hostileRecords(): TestRecord[] {
  const texts = [...HOSTILE, `long ${'名'.repeat(20_000)}`];
  return texts.map((text, i) =>
    record(
      `${text} ${i}`,
      { url: text, title: text, outlet: text, country: text, language: text, copyOf: i % 3 ? null : text },
      {
        claims: [claim('contradicted', [text], { id: text, quote: text, attribution: { source: text, cue: text } })],
        frames: [frame('score', 'rejected', 10)],
      },
    ),
  );
}
