/** The page for users shows configurations that work. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineFor, lineOf, tree } from './files.ts';

const page = readFileSync('docs/configuration.md', 'utf8');
const samples = [...page.matchAll(/```(json|yaml)\n(.*?)```/gs)].map(([, kind, text]) => ({
  kind: kind!,
  text: text!,
}));

test('there are samples of each kind', () => {
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(['json', 'yaml']));
});

test.each(samples)('$kind: $text', async ({ kind, text }) => {
  const name = text.includes('"scscheck": {') ? 'package.json' : `scscheck.config.${kind}`;
  expect(await lineOf(tree({ [name]: text }))).toBe('no error');
});

test('the mistake that is shown is what is said', async () => {
  const shown = /^scscheck: (scscheck\.config\.json:4: .*)$/m.exec(page)?.[1];
  expect(await lineFor('{\n\n\n"failon": "never"}')).toBe(shown);
});
