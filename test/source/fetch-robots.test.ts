import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { robotsName, siteRules } from '../../src/source/robots.ts';

const SITE = 'https://paper.example';
const allows = (text: string, path: string, name = 'scscheck'): boolean =>
  siteRules(SITE, text, name).allows(new URL(path, SITE));

describe('the rules of a site', () => {
  test.each([
    ['nothing is forbidden by nothing', '', '/a', true],
    ['a rule for everyone', 'User-agent: *\nDisallow: /a', '/a/b', false],
    ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
    ['the longest rule counts', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b', true],
    ['the own group counts alone', 'User-agent: *\nDisallow: /\n\nUser-agent: SCSCHECK\nDisallow: /a', '/b', true],
    [
      'groups of one name are one',
      'User-agent: scscheck\nDisallow: /a\nUser-agent: x\nAllow: /\nUser-agent: scscheck\nDisallow: /b',
      '/b',
      false,
    ],
    [
      'names in a row share their rules',
      'User-agent: other\nUser-agent: scscheck\nUser-agent: more\nDisallow: /a',
      '/a',
      false,
    ],
    ['a sitemap ends no group', 'User-agent: scscheck\nSitemap: https://x.example/\nDisallow: /a', '/a', false],
    ['comments are not read', '# User-agent: *\nUser-agent: * # all\nDisallow: /a # no', '/a', false],
    ['a mark at the start is no part of it', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
    ['old line ends count', 'User-agent: *\rDisallow: /a\r', '/a', false],
    ['stars and ends', 'User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false],
    ['an end that is not there', 'User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['what stands behind the question mark', 'User-agent: *\nDisallow: /*?print=', '/x?print=1', false],
    ['letters written as bytes', 'User-agent: *\nDisallow: /caf%c3%a9', '/café', false],
    ['rules before any name are nobody’s', 'Disallow: /\nUser-agent: *\nDisallow: /a', '/b', true],
    ['a page of HTML in its place', '<!doctype html><title>Not found: /</title>', '/a', true],
  ])('%s', (_, text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });

  test('the name is the first word of the User-Agent', () => {
    expect(robotsName('ScsCheck/1.2 (desk@paper.example)')).toBe('scscheck');
    expect(robotsName('my_bot')).toBe('my_bot');
    expect(robotsName('(nobody)')).toBe('*');
  });

  test('thousands of names before thousands of rules are no more than their sum', () => {
    const names = 'User-agent: *\nUser-agent: scscheck\nUser-agent: a\n'.repeat(5000);
    const rules = 'Disallow: /a\nAllow: /b\n'.repeat(10_000);
    expect(allows(names + rules, '/a')).toBe(false);
    expect(allows(names + rules, '/b')).toBe(true);
  });

  test('of very many patterns with stars, what they forbid grows and what they allow goes', () => {
    const many = `Disallow: /${'*a'.repeat(100)}\n`.repeat(2000);
    const text = `User-agent: *\n${many}Disallow: /secret/*/x\nAllow: /secret/*/x/open\n`;
    expect(allows(text, '/secret/1/y')).toBe(false);
    expect(allows(text, '/secret/1/x/open')).toBe(false);
  });

  test('count up to ten thousand, the first ones', () => {
    const rules = (count: number): string => `User-agent: *\n${'Allow: /a\n'.repeat(count)}Disallow: /b\n`;
    expect(allows(rules(9999), '/b')).toBe(false);
    expect(allows(rules(10_000), '/b')).toBe(true);
  });

  test('are found in any text without a fault', () => {
    const word = fc.constantFrom(
      'User-agent',
      'Allow',
      'Disallow',
      'Crawl-delay',
      ':',
      ' ',
      '*',
      '/',
      '$',
      '\n',
      '#',
      'scscheck',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }), fc.webPath(), (words, path) => {
        const rules = siteRules(SITE, words.join(''), 'scscheck');
        expect(typeof rules.allows(new URL(SITE + path))).toBe('boolean');
        expect(rules.delayMs).toBeGreaterThanOrEqual(0);
        expect(rules.delayMs).toBeLessThanOrEqual(30_000);
      }),
    );
  });
});
