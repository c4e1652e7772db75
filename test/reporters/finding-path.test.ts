import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathUri, reportPath } from '../../src/reporters/finding-path.ts';

const base = { root: '/repo', cwd: '/repo/texts' };

describe('reportPath', () => {
  test.each([
    ['drafts/a.md', 'texts/drafts/a.md'],
    ['./drafts/a.md', 'texts/drafts/a.md'],
    ['../a.md', 'a.md'],
    ['/repo/drafts//b.md', 'drafts/b.md'],
    ['/elsewhere/c.md', '/elsewhere/c.md'],
    ['../../d.md', '/d.md'],
    ['..dots/e.md', 'texts/..dots/e.md'],
    ['https://example.org/a/../b', 'https://example.org/a/../b'],
    ['-', '-'],
  ])('%s in a repository is %s', (id, path) => expect(reportPath(id, base, false)).toBe(path));
  test.each([
    ['./drafts/./a.md', 'drafts/a.md'],
    ['../a.md', '../a.md'],
    ['a\\b.md', 'a\\b.md'],
  ])('%s without a root is %s', (id, path) => expect(reportPath(id, undefined, false)).toBe(path));
  test('on Windows backslashes part folders', () => {
    const windows = { root: 'C:\\repo', cwd: 'C:\\repo\\texts' };
    expect(reportPath('.\\drafts\\a.md', windows, true)).toBe('texts/drafts/a.md');
    expect(reportPath('D:\\a.md', windows, true)).toBe('D:/a.md');
    expect(reportPath('.\\a.md', undefined, true)).toBe('a.md');
  });
});

describe('pathUri', () => {
  test.each([
    ['drafts/a b#1?.md', 'drafts/a%20b%231%3F.md'],
    ['草稿/é.md', '%E8%8D%89%E7%A8%BF/%C3%A9.md'],
    ['a:b.md', 'a%3Ab.md'],
    ['/elsewhere/c d.md', 'file:///elsewhere/c%20d.md'],
    ['D:/a.md', 'file:///D:/a.md'],
    ['https://example.org/ä', 'https://example.org/%C3%A4'],
    ['\ud800.md', '%EF%BF%BD.md'],
  ])('%s is %s', (path, uri) => expect(pathUri(path)).toBe(uri));
  test('every name makes a URI, and a relative one reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const uri = pathUri(name);
        expect(uri).toMatch(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/);
        expect(() => new URL(uri, 'file:///root/')).not.toThrow();
        if (!/^\/|^[a-z]:\/|:\/\//i.test(name)) expect(decodeURIComponent(uri)).toBe(Buffer.from(name).toString());
      }),
    );
  });
});
