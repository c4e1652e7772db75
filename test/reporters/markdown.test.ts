import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { markdownReporter } from '../../src/reporters/markdown.ts';
import type { ReportItem } from '../../src/reporters/reporter.ts';
import { article, CONTRADICTED, claim, item, tally } from './samples.ts';

/** Without reviews it lists records; with them it writes a comment, see `finding-comment.test.ts`. */
const reporter = markdownReporter({ quiet: false });
const unreviewed = (...made: Parameters<typeof item>): ReportItem => ({ ...item(...made), review: null });

test('a section a claim, with quote, reason and fact', () => {
  const text = 'Every citizen has a score.';
  const found = unreviewed(article(text), [
    claim(text, 'Every citizen has a score', { ...CONTRADICTED, rejected: true }),
  ]);
  expect(reporter.item(found, 0)).toBe(`## draft.md

1 claim: 1 contradicted

### contradicted (0.90), line 1, denied in the text

> Every citizen has a score

Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8).

- There is no such score. (no-score, pilots.1.8, intro.2.2, as of 8 May 2022)

`);
});

test('what an article holds stays text', () => {
  const text = '<img src=x onerror=alert(1)> [x](http://evil.example) @someone\n\n# big\n- every citizen has a score';
  const found = unreviewed(article(text, { title: '# <b>T</b>' }), [claim(text, text)]);
  const tree = fromMarkdown(reporter.item(found, 0));
  expect(tree.children.map((node) => node.type)).toEqual([
    'heading',
    'paragraph',
    'heading',
    'blockquote',
    'paragraph',
  ]);
  expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|link|image|strong|emphasis)"/);
});

test('articles without claims have no section; the end says what was held against what', () => {
  expect(reporter.item(unreviewed(article('Nothing.'), []), 0)).toBe('');
  expect(reporter.tail(tally({ articles: 2 }))).toMatch(/^2 articles\. Held against one source, as of 8 May 2022/);
});
