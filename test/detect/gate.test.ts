import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateBytes, gateHtml, gateText, offTopicEnd } from '../../src/detect/gate.ts';
import { PLACES, RATINGS, STEMS } from '../../src/detect/gate-terms.ts';

/** The term list read the plain way. */
function holdsTerms(text: string): boolean {
  const has = (terms: string[]): boolean =>
    terms.some((term) => new RegExp(term.replaceAll(' ', '[^a-z0-9]*'), 'i').test(text));
  return has(STEMS) || (has(PLACES) && has(RATINGS));
}

const words = [...STEMS, ...PLACES, ...RATINGS].flatMap((term) => term.split(' '));
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words).map((word) => word.toUpperCase()),
  fc.constantFrom(...words).map((word) => word.slice(1)),
  fc.constantFrom('the', 'a', 'roads', 'council', 'x', 'é', '社会信用', '🙂', '\u212a', '7'),
  fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '-',
    '\n',
    '\r\n',
    '  ',
    '\u2011',
    '\u00a0',
    '"',
    '\\',
    '/',
    '\\n',
    '<',
    '&',
    ',',
    '\t',
  ),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** `text` inside a JSON string, each character spelled in one of the ways that JSON allows. */
function encode(text: string, spell: () => number): string {
  let json = '';
  for (let i = 0; i < text.length; i++) {
    const way = spell();
    const code = `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`;
    const plain = JSON.stringify(text[i]).slice(1, -1);
    const isHalf = /[\ud800-\udfff]/.test(text[i]!);
    json += way === 0 ? code : way === 1 && text[i] === '/' ? '\\/' : isHalf ? text[i] : plain;
  }
  return json;
}

describe('gateText', () => {
  test('says yes exactly where the term list does', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(gateText(value)).toBe(holdsTerms(value));
      }),
      { numRuns: 2000 },
    );
  });

  test('finds every term at every offset, in any case', () => {
    for (const stem of STEMS) {
      for (let pad = 0; pad < 5; pad++) {
        for (const form of [stem, stem.toUpperCase(), stem.replace(' ', ''), stem.replace(' ', ' \n- ')]) {
          expect(gateText(`${'.'.repeat(pad)}${form}`), form).toBe(true);
        }
      }
    }
    for (const place of PLACES) {
      for (const rating of RATINGS) expect(gateText(`${rating} x ${place}`), `${rating}, ${place}`).toBe(true);
    }
  });

  test('turns other topics away', () => {
    expect(gateText('The council voted on a new road. China won by three goals.')).toBe(false);
    expect(gateText('Her credit card was refused; the score was 3:2, in points.')).toBe(false);
    expect(gateText('')).toBe(false);
  });
});

describe('gateBytes', () => {
  test('never says no to JSON that holds a text with the terms, however it is spelled', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat(12)), fc.nat(3), (value, spellings, pad) => {
        fc.pre(holdsTerms(value));
        const line = Buffer.from(`${' '.repeat(pad)}{"text":"${encode(value, () => spellings.next().value)}"}`);
        expect(gateBytes(line, 0, line.length)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('looks at the given range only', () => {
    const line = Buffer.from('social credit {"text":"roads"} social credit');
    expect(gateBytes(line, 14, 30)).toBe(false);
    expect(gateBytes(line, 0, line.length)).toBe(true);
  });
});

describe('offTopicEnd', () => {
  test('finds the end of strings without the terms and of no others', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat(9)), fc.nat(3), fc.string(), (value, spellings, pad, rest) => {
        const json = encode(value, () => spellings.next().value);
        const lead = 'x'.repeat(pad);
        const line = Buffer.from(`${lead}${json}"${rest}`);
        const close = Buffer.byteLength(lead + json);
        const found = offTopicEnd(line, pad, line.length, false);
        if (gateText(value)) expect(found).toBe(-1);
        // What the letter of an escape makes a term of (a tab before "rust") may be let through.
        else if (!/\\u00[2-7]/.test(json) && !gateText(json)) expect(found).toBe(close);
        else expect([close, -1]).toContain(found);
      }),
      { numRuns: 3000 },
    );
  });

  test.each(['tab\t"', 'nul\0"', 'bad \\x escape"', 'bad \\u12g4"', 'no end', 'no end\\', 'no end\\"', '\\u12', ''])(
    'leaves what is no JSON string to the parser: %j',
    (json) => {
      for (const lead of ['', 'a']) {
        const line = Buffer.from(lead + json);
        expect(offTopicEnd(line, 0, line.length, false)).toBe(-1);
        expect(offTopicEnd(line, 0, line.length, true)).toBe(-1);
      }
    },
  );

  test('says no to HTML only where gateHtml does', () => {
    const markup = fc.constantFrom(
      '<b>',
      '</b>',
      '<br/>',
      '<p class="x">',
      '&nbsp;',
      '&#115;',
      '&shy;',
      '\u00ad',
      '<!-- x -->',
      '& ',
      '&',
      ';',
      ' < ',
      '>',
      '&#99;',
      '</',
    );
    const html = fc.array(fc.oneof(piece, markup), { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(html, (value) => {
        const line = Buffer.from(`${JSON.stringify(value).slice(1)}`);
        if (offTopicEnd(line, 0, line.length, true) !== -1) expect(gateHtml(value)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('gateHtml', () => {
  test.each([
    '<p>The <b>S</b>ocial credit plan',
    '<p>the social<br>credit plan',
    '<p>so&shy;cial cre\u00addit',
    '<p>&#115;ocial&nbsp;credit',
    '<p>China</p><p>has a <i>sc</i>ore',
    '<p>social & credit; and so on',
    '<p>social < credit > x',
    '<p>social &#99;redit',
    `<p>social <span title="${'x'.repeat(3000)}">credit`,
  ])('sees through markup: %s', (html) => {
    expect(gateHtml(html)).toBe(true);
    const line = Buffer.from(JSON.stringify(html).slice(1));
    expect(offTopicEnd(line, 0, line.length, true)).toBe(-1);
  });

  test('is done at once with pages that repeat half a term', () => {
    // Each word sends the scan ahead; without a bound on how far, this took a minute.
    const line = Buffer.from(`${'<a social>'.repeat(100_000)}"`);
    expect([line.length - 1, -1]).toContain(offTopicEnd(line, 0, line.length, true));
    const apart = Buffer.from(`${'social <b>'.repeat(100_000)}"`);
    expect([apart.length - 1, -1]).toContain(offTopicEnd(apart, 0, apart.length, true));
  });

  test('does not look into tags', () => {
    expect(gateHtml('<p class="social-credit">Roads</p>')).toBe(false);
  });
});
