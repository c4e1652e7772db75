import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateHtml } from '../../src/detect/gate.ts';
import { PLACES, RATINGS, STEMS } from '../../src/detect/gate-terms.ts';
import { rawItem } from '../../src/source/raw.ts';
import { isPageOff } from '../../src/source/warc-gate.ts';
import { mayHold } from '../../src/source/warc-gate-scan.ts';
import { ABOUT_ROADS, ABOUT_SCORES } from './texts.ts';

const words = [...STEMS, ...PLACES, ...RATINGS].flatMap((term) => term.split(' '));
/** What may stand within a word, or between two, without being text. */
const MARKS = [
  '<b>',
  '</b>',
  '<i class="x">',
  '<a title="x<y">',
  '<!-- -->',
  '<br/>',
  '&shy;',
  '\u00ad',
  '&#173;',
  '&#xAD;',
  '&#173',
  '&nbsp;',
  '&#8217;',
  '&#39;',
  '&#38;',
  '&#038;',
  '&#59;',
  '&#115;',
  '&#x73;',
  '&#00000115;',
  '&#0000115;',
  '&#x0000073;',
  '&amp;',
  '&x',
  '&',
  '&#',
  '&s',
  'hy;',
  ';',
  '<',
  '>',
  '< ',
  '\u00a0',
  '\u2011',
  ' ',
  ' ',
  '-',
  '\n',
  '\\',
  '~',
  '7',
];
const mark = fc.constantFrom(...MARKS);
const word = fc
  .constantFrom(...words)
  .chain((value) =>
    fc.constantFrom(value, value, value.toUpperCase(), value.slice(1), value.slice(0, -1), value.slice(0, 2)),
  );
/** A word with marks at some places in it. */
const broken = fc
  .tuple(word, fc.array(fc.tuple(fc.nat(12), mark), { maxLength: 3 }))
  .map(([value, cuts]) =>
    cuts.reduce(
      (text, [at, cut]) => text.slice(0, at % (text.length + 1)) + cut + text.slice(at % (text.length + 1)),
      value,
    ),
  );
const filler = fc.constantFrom('', 'roads', 'the', 'é', '社会', '.'.repeat(13), 'a<b', 'AT&T', 'Chi', 'soc', 's', 'on');
const page = fc.array(fc.oneof(broken, mark, filler), { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('mayHold', () => {
  test('says yes wherever gateHtml does', () => {
    fc.assert(
      fc.property(page, fc.nat(40), (html, pad) => {
        const padded = '.'.repeat(pad) + html;
        if (gateHtml(padded)) expect(mayHold(Buffer.from(padded))).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  test('finds every stem and place at every offset, in any case, and cut anywhere', () => {
    for (const term of [...STEMS, ...PLACES]) {
      for (let pad = 0; pad < 18; pad++) {
        for (const form of [term, term.toUpperCase(), term.replace(' ', ''), term.replace(' ', '</b> <i>&nbsp;')]) {
          expect(mayHold(Buffer.from(`${'.'.repeat(pad)}${form}`)), form).toBe(true);
          expect(mayHold(Buffer.from(`${'.'.repeat(pad)}<p>${form}</p>${'.'.repeat(40)}`)), form).toBe(true);
        }
      }
      for (let cut = 1; cut < term.length; cut++) {
        for (const between of ['<b>', '</b><i>', '&shy;', '\u00ad', '<b>&shy;', '&#173;</b>']) {
          const form = term.slice(0, cut) + between + term.slice(cut);
          expect(mayHold(Buffer.from(`<p>${form}</p>`)), form).toBe(true);
        }
      }
      const letters = [...term].map((letter) => `<span>${letter}</span>`).join('');
      expect(mayHold(Buffer.from(letters)), letters).toBe(true);
    }
  });

  test('turns pages away that look alike: links, entities, minified menus, scripts', () => {
    for (const html of [
      '<ul><li><a href="/roads">Roads</a></li><li><a href="/trust">Trustees</a></li></ul>',
      '<p class="social">It&#8217;s 5&nbsp;km, AT&T said &#8211; &amp; a credit to all &#038; sundry.</p>',
      '<a href="/?a=1&#038;v=2">Car</a><a>Sam</a><a>Han</a><a>One</a><script>for(i=0;i<n;i++)a<b&&c>d</script>',
      '<li>His</li><li>Red</li><li>Ashes</li><a class="social">share</a>',
    ]) {
      expect(mayHold(Buffer.from(html)), html).toBe(false);
    }
  });
});

describe('isPageOff', () => {
  const html = 'html' as const;
  const page = (text: string, head = '') =>
    `<!doctype html><html><head>${head}</head><body><p>${text}</p></body></html>`;
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test('turns away what is off the topic, in any encoding', async () => {
    for (const [bytes, contentType] of [
      [Buffer.from(page(ABOUT_ROADS)), 'text/html; charset=utf-8'],
      [Buffer.from(page(`${ABOUT_ROADS} caf\u00e9`), 'latin1'), 'text/html; charset=iso-8859-1'],
      [wide(page(ABOUT_ROADS)), 'text/html'],
    ] as const) {
      expect(await isPageOff(bytes, { format: html, contentType })).toBe(true);
    }
    expect(await isPageOff(Buffer.from(ABOUT_ROADS), { format: 'text', contentType: 'text/plain' })).toBe(true);
  });

  test('lets pass what is on topic, in any encoding', async () => {
    const meta = '<meta charset="gb18030">';
    for (const [bytes, contentType] of [
      [Buffer.from(page(ABOUT_SCORES)), 'text/html; charset=utf-8'],
      [wide(page(ABOUT_SCORES)), 'text/html'],
      [wide(page(ABOUT_SCORES)).swap16(), 'text/html'],
      [wide(page(ABOUT_SCORES)).subarray(2), 'text/html; charset=utf-16le'],
      // Two bytes of GB18030 between the two words.
      [
        Buffer.concat([
          Buffer.from(page(`${ABOUT_ROADS} social`, meta)),
          Buffer.from([0x81, 0x61]),
          Buffer.from('credit'),
        ]),
        'text/html',
      ],
      // A soft hyphen in windows-1252.
      [Buffer.from(page(`${ABOUT_ROADS} so\u00adcial credit`), 'latin1'), 'text/html; charset=windows-1252'],
    ] as const) {
      expect(await isPageOff(bytes, { format: html, contentType }), contentType).toBe(false);
    }
    const text = Buffer.from(`${ABOUT_ROADS} social </credit`);
    expect(await isPageOff(text, { format: 'text', contentType: 'text/plain' })).toBe(false);
  });

  test('lets pass what is too short to be judged, and what is no text', async () => {
    expect(await isPageOff(Buffer.from(page('Not so.')), { format: html, contentType: 'text/html' })).toBe(false);
    const image = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(2000, 0x80)]);
    expect(await isPageOff(image, { format: html, contentType: 'text/html' })).toBe(false);
  });

  test('turns nothing away that whoever decodes it would let pass', async () => {
    const text = fc.array(fc.oneof(broken, mark, filler), { maxLength: 14 }).map((pieces) => pieces.join(''));
    const encoding = fc.constantFrom('utf8', 'latin1', 'utf16le') as fc.Arbitrary<BufferEncoding>;
    await fc.assert(
      fc.asyncProperty(text, encoding, async (value, coded) => {
        const bytes = Buffer.from(page(`${ABOUT_ROADS} ${value}`), coded);
        const contentType = 'text/html; charset=windows-1252';
        const input = { given: { id: 'x', url: null }, bytes, format: html, contentType, gate: true };
        const { kind } = await rawItem(input);
        if (kind === 'raw') expect(await isPageOff(bytes, { format: html, contentType })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
