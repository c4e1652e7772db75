import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/article/decode.ts';

const CHINESE =
  '社会信用体系是什么？很多人以为每个公民都有一个分数，其实并没有全国统一的评分。法院的失信名单才是真正有后果的。';
const FRENCH = 'Le système de crédit social n’est pas ce que l’on croit : « personne n’a de note », dit le ministère.';
const ENGLISH = 'China’s “social credit” — nobody has a score.';
const page = (charset: string, text: string): string => `<html><head><meta charset="${charset}"></head><p>${text}`;

describe('decodeBytes', () => {
  test.each([
    ['plain UTF-8', Buffer.from(CHINESE), 'utf-8', CHINESE],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${ENGLISH}`), 'utf-8', ENGLISH],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${ENGLISH}`, 'utf16le'), 'utf-16le', ENGLISH],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${CHINESE}`, 'utf16le').swap16(), 'utf-16be', CHINESE],
    ['UTF-16LE, English, no mark', Buffer.from(ENGLISH, 'utf16le'), 'utf-16le', ENGLISH],
    ['UTF-16BE, English, no mark', Buffer.from(ENGLISH, 'utf16le').swap16(), 'utf-16be', ENGLISH],
    ['UTF-16LE, Chinese, no mark', Buffer.from(CHINESE, 'utf16le'), 'utf-16le', CHINESE],
    ['windows-1252', iconv.encode(FRENCH, 'windows-1252'), 'windows-1252', FRENCH],
    [
      'one curly quote of windows-1252',
      iconv.encode('It’s all in one list', 'windows-1252'),
      'windows-1252',
      'It’s all in one list',
    ],
    ['GB18030', iconv.encode(CHINESE, 'gb18030'), 'gb18030', CHINESE],
    [
      'Big5',
      iconv.encode('社會信用體系並非全國統一的評分，許多人都以為每個公民都有一個分數。', 'big5'),
      'big5',
      '社會信用體系並非全國統一的評分，許多人都以為每個公民都有一個分數。',
    ],
  ])('reads %s', async (_, bytes, encoding, text) => {
    expect(await decodeBytes(bytes)).toEqual({ text, encoding, replaced: 0 });
  });

  test.each([
    ['windows-1252', 'text/html; charset=ISO-8859-1', iconv.encode(ENGLISH, 'windows-1252')],
    ['gb18030', 'text/plain;charset="GBK"', iconv.encode('分数', 'gbk')],
    ['utf-8', 'text/html; charset=windows-1252', Buffer.from(ENGLISH)],
    ['utf-8', 'text/html; charset=utf-16', Buffer.from(ENGLISH)],
    ['windows-1252', 'text/html; charset=utf-8', iconv.encode(FRENCH, 'windows-1252')],
  ])('takes %s of a header %s by what the bytes are', async (encoding, contentType, bytes) => {
    const decoded = await decodeBytes(bytes, { contentType });
    expect(decoded).toMatchObject({ encoding, replaced: 0 });
    expect(decoded.text).toBe(iconv.decode(bytes, encoding));
  });

  test.each([
    ['gb2312', 'gb18030', iconv.encode(page('gb2312', CHINESE), 'gb18030')],
    ['iso-8859-1', 'windows-1252', iconv.encode(page('iso-8859-1', ENGLISH), 'windows-1252')],
    ['windows-1252, a lie', 'utf-8', Buffer.from(page('windows-1252', ENGLISH))],
    ['utf-8, a lie', 'windows-1252', iconv.encode(page('utf-8', FRENCH), 'windows-1252')],
    ['no-such-charset', 'utf-8', Buffer.from(page('no-such-charset', CHINESE))],
  ])('reads a page that declares %s', async (_, encoding, bytes) => {
    const decoded = await decodeBytes(bytes, { html: true });
    expect(decoded).toMatchObject({ encoding, replaced: 0 });
    expect(decoded.text).toContain('<p>');
    expect(decoded.text.endsWith('。') || decoded.text.endsWith('.')).toBe(true);
  });

  test('replaces and counts what is no UTF-8', async () => {
    const damaged = Buffer.concat([Buffer.from(`${CHINESE}\ufffd`), Buffer.from([0xff, 0xc3]), Buffer.from(' end')]);
    expect(await decodeBytes(damaged)).toEqual({
      text: `${CHINESE}\ufffd\ufffd\ufffd end`,
      encoding: 'utf-8',
      replaced: 2,
    });
    const ascii = Buffer.concat([Buffer.from('some text '), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(' and more')]);
    expect(await decodeBytes(ascii)).toMatchObject({ encoding: 'utf-8', replaced: 3 });
  });

  test.each([
    ['a PNG image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a ZIP archive', Buffer.from('PK\x03\x04', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['NUL bytes', Buffer.from('some text\0with a NUL')],
    ['control characters', Buffer.from(Array.from({ length: 500 }, (_, i) => (i % 3 ? 0x41 : 1 + (i % 6))))],
    ['random bytes', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251))],
  ])('refuses %s', async (_, bytes) => {
    await expect(decodeBytes(bytes)).rejects.toMatchObject({ code: 'binary', exitStatus: 3 });
  });

  test('lets a stray NUL of a page pass', async () => {
    const text = page('utf-8', `${'words '.repeat(500)}\0${'words '.repeat(500)}`);
    expect((await decodeBytes(Buffer.from(text), { html: true })).text).toBe(text);
  });

  test('gives back any text in UTF-8 and, with a mark, in UTF-16', async () => {
    const prose = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/\p{Cc}/u.test(text) && !text.startsWith('\ufeff') && !/\p{Cs}/u.test(text));
    await fc.assert(
      fc.asyncProperty(prose, async (text) => {
        fc.pre(!text.startsWith('%PDF-') && !text.startsWith('GIF8'));
        expect(await decodeBytes(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', replaced: 0 });
        const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
        expect((await decodeBytes(wide)).text).toBe(text);
        expect((await decodeBytes(wide.swap16())).text).toBe(text);
      }),
    );
  });
});
