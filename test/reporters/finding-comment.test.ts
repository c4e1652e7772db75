import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { COMMENT_MARKER } from '../../src/reporters/finding-comment.ts';
import { shelf } from '../../src/reporters/finding-shelf.ts';
import { markdownReporter } from '../../src/reporters/markdown.ts';
import { clean, excused, failed, hostile, inDocument, many, print, two } from './review-samples.ts';

type Items = Parameters<typeof print>[1];
const comment = (items: Items): string => print(markdownReporter({ quiet: false }), items);
const tree = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

test('marker, verdict, findings by file, why, fact and change', () => {
  expect(comment([two, clean])).toBe(`${COMMENT_MARKER}
### scscheck: 2 errors in 1 of 2 files

#### drafts/a.md

**error**, line 2, contradicted, 0.90

> everybody in China has a score

Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8).

- There is no such score. (no-score, pilots.1.8, intro.2.2, as of 8 May 2022)

\`\`\`diff
- everybody in China has a score
+ nobody in China has a score
\`\`\`

**error**, line 2, contradicted, 0.90, attributed to critics (“say”), in quoted speech

> each citizen is rated by one app

Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8).

- There is no such score. (no-score, pilots.1.8, intro.2.2, as of 8 May 2022)

Held against one source, as of 8 May 2022.
`);
});

test('notices and failed inputs are listed, what is let be is counted and folded', () => {
  const text = comment([excused, failed]);
  expect(text).toContain('### scscheck: 3 warnings in 1 of 1 file; 1 file could not be read\n');
  expect(text).toContain('**warning**, line 1: nothing here is suppressed by this comment (suppression-unused)\n');
  expect(text).toContain('- drafts/gone.md not read: no such file (not-found)\n');
  expect(text).toContain(
    '<details><summary>2 findings do not count: 1 in the baseline, 1 suppressed</summary>\n\n' +
      '- drafts/b c\\#é.md, line 2: “everybody in China has a score”, contradicted (no-score), suppressed in line 1: satire\n',
  );
});

test('nothing found is said; a document has its paragraph, and words instead of a change', () => {
  expect(comment([clean])).toContain('### scscheck: Nothing to report in 1 file\n');
  const text = comment([inDocument]);
  expect(text).toContain('**error**, paragraph 2, run 1, contradicted');
  expect(text).toContain('\nSuggested: x\n');
});

test('what an article holds stays text: no link, mention, HTML, heading or block of its own', () => {
  const text = comment([hostile]);
  const root = tree(text);
  const kinds = root.children.map((node) => node.type);
  expect(kinds).toEqual([
    'html',
    'heading',
    'heading',
    'paragraph',
    'blockquote',
    'paragraph',
    'list',
    'code',
    'paragraph',
    'paragraph',
  ]);
  const json = JSON.stringify({ ...root, children: root.children.slice(1) });
  expect(json).not.toMatch(/"type":"(?:html|link|image|inlineCode|emphasis|delete|break)"/);
  expect(text.replace(/```diff[\s\S]*?\n```/, '')).not.toMatch(/@someone|:\/\/|www\.evil/);
  expect([...text].filter((c) => /\p{Cc}/u.test(c) && c !== '\n')).toEqual([]);
});

describe('a comment has at most 65,536 characters', () => {
  test.each<[string, Items]>([
    ['many findings', [many(2000)]],
    ['many hostile ones', Array.from({ length: 300 }, () => hostile)],
    ['many failures', [clean, ...Array.from({ length: 3000 }, () => failed)]],
    ['many that are let be', [many(2000, { excuse: { kind: 'baseline' } })]],
    ['a long word', [{ ...two, record: { ...two.record, article: { ...two.record.article, id: 'x'.repeat(1e6) } } }]],
  ])('%s', (_, items) => {
    const text = comment(items);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.startsWith(COMMENT_MARKER)).toBe(true);
    expect(text).toMatch(/Held against one source, as of 8 May 2022\.\n$/);
  });
  test('errors stay before notes, whatever their order, and those left out are counted', () => {
    const text = comment([many(2000, { severity: 'note' }), two]);
    expect(text).toContain('### scscheck: 2 errors, 2000 notes in 2 of 2 files\n');
    expect(text).toContain('#### drafts/a.md');
    const shown = text.match(/^\*\*note\*\*/gm)!.length;
    expect(text).toContain(`\n${2000 - shown} more findings left out: a comment holds no more.\n`);
    expect(text.length).toBeGreaterThan(48_000);
  });
});

test('a shelf keeps its order and its room, and nothing less severe than what it leaves out', () => {
  const pieces = fc.array(
    fc.record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
      heading: fc.constantFrom('', 'a', 'bb'),
      text: fc.string({ minLength: 10, maxLength: 10 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, fc.integer({ min: 0, max: 200 }), (all, room) => {
      const made = shelf(room);
      for (const piece of all) made.add(piece);
      const kept = made.pieces();
      expect(kept.reduce((sum, { heading, text }) => sum + heading.length + text.length, 0)).toBeLessThanOrEqual(room);
      expect(kept).toEqual(all.filter((one) => kept.includes(one)));
      expect(made.leftOut()).toBe(all.length - kept.length);
      const errors = all.filter(({ severity }) => severity === 'error');
      if (errors.length * 12 <= room) expect(errors.every((one) => kept.includes(one))).toBe(true);
    }),
  );
});
