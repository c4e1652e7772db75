import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/library.ts';
import type { Article } from '../../src/model.ts';
import { type DirectiveFormat, readDirective, suppressionLine } from '../../src/review/directive-syntax.ts';
import { directivesIn, withoutDirectives } from '../../src/review/directives.ts';
import { article } from '../reporters/samples.ts';

async function read(format: DirectiveFormat, text: string): Promise<Article> {
  if (format === 'html' || format === 'markdown') return (await extractArticle(format, text)).article;
  return format === 'text' ? withoutDirectives(article(text)) : article(text);
}

/** `line:column kind facts`, and what of the file it covers. */
async function found(format: DirectiveFormat, text: string): Promise<string[]> {
  return directivesIn(await read(format, text), format).directives.map(({ line, column, kind, facts, covers }) => {
    const covered = kind === 'enable' ? '' : ` [${text.slice(covers.start, covers.end).trim()}]`;
    return `${line}:${column} ${kind} ${facts.join('+') || 'all'}${covered}`;
  });
}

/** `line code: message`. */
async function wrong(format: DirectiveFormat, text: string): Promise<string[]> {
  const { notices } = directivesIn(await read(format, text), format);
  return notices.map(({ line, code, message }) => `${line} ${code}: ${message}`);
}

describe('what a comment says', () => {
  it.each([
    ['scscheck-disable-next-line no-fly: a quotation', 'next-line', ['no-fly'], 'a quotation'],
    [
      '  scscheck-disable-line no-fly,no-train : why: because\n of that ',
      'line',
      ['no-fly', 'no-train'],
      'why: because of that',
    ],
    ['scscheck-disable', 'disable', [], null],
    ['scscheck-disable-file: an old text', 'file', [], 'an old text'],
    ['SCSCHECK-Enable No-Fly', 'enable', ['no-fly'], null],
    ['scscheck-disable-line no-fly:', 'line', ['no-fly'], null],
  ])('%s', (text, kind, facts, reason) => {
    expect(readDirective(text)).toEqual({ kind, facts, reason });
  });

  it.each([
    [
      'scscheck-disabel-line no-fly: x',
      /^"scscheck-disabel-line" is no comment .* \(did you mean "scscheck-disable-line"\?\)$/,
    ],
    ['scscheck disable-next-line no-fly: x', /did you mean "scscheck-disable-next-line"/],
    [
      'scscheck-disable-next-line no-fly as quoted',
      /^"no-fly as quoted" is no id of a fact \(a colon goes before the reason\)$/,
    ],
    ['scscheck-disable-next-line no-fly no-train: x', /several are parted by commas/],
    ['scscheck-disable-next-line no-fly,,no-train: x', /a fact is missing between commas/],
    ['scscheck-disable-line-now: x', /is no comment that scscheck knows/],
  ])('%s is malformed', (text, message) => {
    expect((readDirective(text) as { problem: string }).problem).toMatch(message);
  });

  it.each(['', 'scscheck', 'scscheck is run before every commit', 'see scscheck-disable-line', 'eslint-disable-line'])(
    'a comment "%s" is none of ours',
    (text) => expect(readDirective(text)).toBeNull(),
  );
});

describe('Markdown', () => {
  const NEXT = '<!-- scscheck-disable-next-line no-fly: quoted -->';

  it('the next line is the rest of the paragraph, however it is wrapped', async () => {
    expect(await found('markdown', `One.\n\n${NEXT}\nTwo is\nwrapped. Three.\n\nFour.`)).toEqual([
      '3:1 next-line no-fly [Two is\nwrapped. Three.]',
    ]);
    expect(await found('markdown', `${NEXT}\n\n\n## Head\n\nText.`)).toEqual(['1:1 next-line no-fly [## Head]']);
    expect(await found('markdown', `${NEXT}\n${NEXT}\n- one\n  more\n- two`)).toEqual([
      `1:1 next-line no-fly [${NEXT}\n- one\n  more]`,
      '2:1 next-line no-fly [- one\n  more]',
    ]);
    expect(await found('markdown', `${NEXT}\n\n| a | b |\n|---|---|\n| c | d |`)).toEqual([
      '1:1 next-line no-fly [| a | b]',
    ]);
    expect(await found('markdown', `Text.\n\n${NEXT}\n`)).toEqual(['3:1 next-line no-fly []']);
  });

  it('a line is the line of the file, a block goes to where it is taken back', async () => {
    expect(await found('markdown', 'One\ntwo <!-- scscheck-disable-line: x --> three\nfour')).toEqual([
      '2:5 line all [two <!-- scscheck-disable-line: x --> three]',
    ]);
    const [first, ...rest] = await found(
      'markdown',
      '<!-- scscheck-disable a, b: x -->\n\nOne.\n\n<!-- scscheck-enable a -->\n\nTwo.\n\n<!-- scscheck-enable b -->\n\nThree.',
    );
    expect(first).toMatch(/^1:1 disable a\+b \[.*One\.\n\n.*Two\.\n\n.*enable b -->\]$/s);
    expect(rest).toEqual(['5:1 enable a', '9:1 enable b']);
  });

  it('the definition of a link is a comment too', async () => {
    expect(await found('markdown', 'One.\n\n[//]: # (scscheck-disable-next-line no-fly: x)\nTwo.')).toEqual([
      '3:1 next-line no-fly [Two.]',
    ]);
    expect(await found('markdown', '[comment]: <> "scscheck-disable-next-line no-fly: x"\n\nTwo.')).toHaveLength(1);
    expect(await wrong('markdown', 'One.\n[//]: # (scscheck-disable-next-line no-fly: x)\nTwo.')).toEqual([
      '2 suppression-malformed: this is no comment here: an empty line must stand before it',
    ]);
  });

  it.each([
    ['a fence', `\`\`\`html\n${NEXT}\n\`\`\`\n\nText.`],
    ['a longer fence', `~~~~\n~~~\n${NEXT}\n~~~~\n\nText.`],
    ['a fence in a quotation', `> \`\`\`\n> ${NEXT}\n\nText.`],
    ['a fence in a list', `- item\n\n  \`\`\`\n  ${NEXT}\n  \`\`\`\n\nText.`],
    ['a fence that does not end', `\`\`\`\n${NEXT}\n\nText.`],
    ['indented code', `Text.\n\n    ${NEXT}\n\nText.`],
    ['indented code by a tab', `Text.\n\n\t${NEXT}\n\nText.`],
    ['indented code in a list', `- item\n\n      ${NEXT}\n\nText.`],
    ['inline code', `Write \`${NEXT}\` above it.`],
    ['an escaped mark', `Write \\${NEXT} above it.`],
    ['pre', `<pre>\n${NEXT}\n</pre>\n\nText.`],
    ['front matter', `---\ntitle: x # ${NEXT}\n---\n\nText.`],
    ['another comment', `<!-- Write\n<!-- scscheck-disable-file: x\n-->\n\nText.`],
  ])('what %s shows does not count', async (_where, text) => {
    expect(await found('markdown', text)).toEqual([]);
    expect(await wrong('markdown', text)).toEqual([]);
  });

  it.each([
    ['behind a fence', `\`\`\`\ncode\n\`\`\`\n${NEXT}\nText.`],
    ['in a list item', `- item\n\n  ${NEXT}\n  Text.`],
    ['in a nested list item', `1. item\n\n   - more\n\n     ${NEXT}\n     Text.`],
    ['in a list item, far in', `- item\n    ${NEXT}\n    Text.`],
    ['in a quotation', `> ${NEXT}\n> Text.`],
    ['in a footnote', `See.[^1]\n\n[^1]: Note.\n\n    ${NEXT}\n    Text.`],
    ['behind a quotation whose fence is left open', `> \`\`\`\n> code\n\n${NEXT}\nText.`],
    ['behind front matter', `---\ntitle: x\n---\n${NEXT}\nText.`],
    ['over several lines', `<!--\n  scscheck-disable-next-line\n  no-fly: quoted\n-->\nText.`],
    ['behind a comment that holds a fence', `<!-- \n\`\`\`\n-->\n${NEXT}\nText.`],
    ['behind a comment that ends in its line', `<!-- a\nb --> ${NEXT}\n\nText.`],
    ['with other ends of lines', `One.\r\n\r\n${NEXT}\r\nText.`],
  ])('%s it counts', async (_where, text) => {
    expect(await found('markdown', text)).toEqual([expect.stringMatching(/next-line no-fly \[(?:> |- )?Text\.\]$/)]);
  });

  it('says where a comment does not end, or enables nothing', async () => {
    expect(await wrong('markdown', 'One.\n\n<!-- scscheck-disable no-fly: x\n\nTwo.')).toEqual([
      '3 suppression-unclosed: this comment does not end (it needs "-->")',
    ]);
    expect(await wrong('markdown', '<!-- scscheck-enable -->\n\nOne. <!-- scscheck-enable a, b -->')).toEqual([
      '1 suppression-malformed: nothing to enable: no "scscheck-disable" stands before this',
      '3 suppression-malformed: nothing to enable: no "scscheck-disable" for "a", "b" stands before this',
    ]);
    expect(await wrong('markdown', '<!-- scscheck-disable: x -->\n\nOne. <!-- scscheck-enable a -->')).toEqual([]);
  });
});

describe('HTML', () => {
  const page = (body: string): string => `<html><body><article>${body}</article></body></html>`;

  it('comments count, but not in scripts, styles and what is shown as it is', async () => {
    const text = page(
      '<script>"<!-- scscheck-disable-file: x -->"</script><pre><!-- scscheck-disable-file: x --></pre>' +
        '<PRE class="a">&lt;!-- scscheck-disable-file: x --&gt;</PRE>\n' +
        '<!-- scscheck-disable-next-line no-fly: x --><p>One.</p><p>Two.</p>\n<p>Three <!-- scscheck-disable-line --></p>',
    );
    expect(await found('html', text)).toEqual([
      '2:1 next-line no-fly [<p>One.]',
      '3:10 line all [<p>Three <!-- scscheck-disable-line --></p></article></body></html>]',
    ]);
  });
});

describe('AsciiDoc', () => {
  it('line comments count, but not in listings', async () => {
    const text =
      '= Title\n\n----\n// scscheck-disable-file: x\n----\n\n////\n// scscheck-disable-file: x\n////\n\n' +
      '====\n// scscheck-disable-next-line no-fly: x\nOne\ntwo.\n====\n\n/// scscheck-disable-file\n';
    expect(await found('asciidoc', text)).toEqual(['12:1 next-line no-fly [One\ntwo.\n====]']);
  });
});

describe('plain text', () => {
  it.each([
    ['[scscheck-disable-next-line no-fly: x]'],
    ['# scscheck-disable-next-line no-fly: x'],
    ['// scscheck-disable-next-line no-fly: x'],
    ['<!-- scscheck-disable-next-line no-fly: x -->'],
    ['   [ scscheck-disable-next-line no-fly: x ]  '],
  ])('%s is one', async (line) => {
    const got = await found('text', `One.\n\n${line}\nTwo\ntwo.\n\nThree.`);
    expect(got).toEqual([`3:${line.search(/\S/) + 1} next-line no-fly [Two\ntwo.]`]);
  });

  it('one may end a line', async () => {
    expect(await found('text', 'One.\nTwo. [scscheck-disable-line: x]\nThree.')).toEqual([
      '2:6 line all [Two. [scscheck-disable-line: x]]',
    ]);
  });

  it.each([
    'Write [scscheck-disable-line: x] behind it.',
    'scscheck-disable-line no-fly: x',
    'Lines such as "# scscheck-disable-file: x" turn it off.',
    '# scscheck checks drafts',
    'a[scscheck-disable-line: x]',
  ])('"%s" is prose', async (text) => {
    expect(await found('text', text)).toEqual([]);
    expect(withoutDirectives(article(text)).text).toBe(text);
  });

  it('is not read as prose, and parts no paragraph', () => {
    const text =
      'One is\n# scscheck-disable-next-line a: x\r\nwrapped. [scscheck-disable-line]\n\n[scscheck-nonsense]\n\nTwo.';
    const made = withoutDirectives(article(text));
    expect(made.text.replace(/ {2,}/g, ' ')).toBe('One is\n wrapped. \n\n \nTwo.');
    expect(made.text).toHaveLength(text.length);
    expect(made.origin?.fileText).toBe(text);
    const plain = article('Nothing to see.');
    expect(withoutDirectives(plain)).toBe(plain);
  });
});

describe('DOCX', () => {
  it('a comment covers what it is anchored to', () => {
    const text = 'One and two.\n\nThree.';
    const comments = [
      { text: 'scscheck-disable-next-line a: x', start: 4, end: 7 },
      { text: 'Please check.', start: 4, end: 7 },
      { text: 'scscheck-disable b: x', start: 14, end: 14 },
      { text: 'scscheck-disable-file c: x', start: 14, end: 20 },
      { text: 'scscheck-enable b', start: 14, end: 20 },
    ];
    const blocks = [
      { start: 0, end: 12, kind: 'paragraph' as const },
      { start: 14, end: 20, kind: 'paragraph' as const },
    ];
    const { directives, notices } = directivesIn(article(text, { comments, blocks }), 'docx');
    expect(directives.map(({ kind, facts, covers }) => [kind, facts[0], text.slice(covers.start, covers.end)])).toEqual(
      [
        ['line', 'a', 'and'],
        ['line', 'b', 'Three.'],
        ['file', 'c', text],
      ],
    );
    expect(notices.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 a comment in the margin covers what it is anchored to; there is nothing to enable',
    ]);
  });
});

describe('what is not the author’s own', () => {
  it('says nothing', async () => {
    const page = await read('html', '<p><!-- scscheck-disable-file: mine -->Every citizen has a score.</p>');
    expect(directivesIn(page)).toEqual({ directives: [], notices: [] });
    expect(directivesIn(page, null)).toEqual({ directives: [], notices: [] });
    expect(directivesIn(page, 'html').directives).toHaveLength(1);
  });
});

describe('hostile files', () => {
  it('more directives than anybody writes are cut off, with a word', async () => {
    const text = '<!-- scscheck-disable-line: x -->\n'.repeat(1200);
    const { directives, notices } = directivesIn(await read('markdown', text), 'markdown');
    expect(directives).toHaveLength(300);
    expect(notices.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '301 more than 300 suppressions in a file; the rest is not read',
    ]);
  });

  it.each([
    ['markdown', '<!-- scscheck-'],
    ['markdown', '[//]: # (scscheck-disable'],
    ['markdown', '> - `scscheck'],
    ['html', '<pre><!-- scscheck'],
    ['html', '</pre><pre>scscheck<script'],
    ['text', '[scscheck-disable-line '],
    ['text', '# scscheck-x\n'],
    ['asciidoc', '----scscheck\n//scscheck-a\n----\n'],
  ] as const)('%s of nothing but "%s" ends', (format, piece) => {
    const text = piece.repeat(100_000);
    const made = format === 'text' ? withoutDirectives(article(text)) : article(text);
    const { directives, notices } = directivesIn(made, format);
    expect(directives.length + notices.length).toBeLessThanOrEqual(2001);
  });

  it('any text is read, places lie within it, and what is written for a suppression is read back', () => {
    const pieces = [
      '<!--',
      '-->',
      'scscheck-disable',
      '-line',
      'scscheck-enable',
      ' a-b',
      ': why',
      '\n',
      '\n\n',
      '```',
      '> ',
      '- ',
      '    ',
      '[//]: # (',
      ')',
      '[',
      ']',
      '# ',
      '// ',
      'Text.',
      '\r\n',
      '<pre>',
      '</pre>',
    ];
    const formats = ['markdown', 'html', 'asciidoc', 'text'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.constantFrom(...formats),
        (list, format) => {
          const text = list.join('');
          const made = format === 'text' ? withoutDirectives(article(text)) : article(text);
          const { directives, notices } = directivesIn(made, format);
          const lines = text.split(/\r\n|\r|\n/).length;
          for (const { line, endLine, column } of [...directives, ...notices]) {
            expect(line >= 1 && column >= 1 && endLine >= line && endLine <= lines).toBe(true);
          }
          for (const { covers } of directives) {
            expect(covers.start <= covers.end && covers.end <= text.length).toBe(true);
          }
        },
      ),
    );
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...formats), (reason, format) => {
        const line = suppressionLine(format, 'no-fly', `x${reason}`);
        const { directives } = directivesIn(article(`${line}\nText.`), format);
        expect(directives).toMatchObject([{ kind: 'next-line', facts: ['no-fly'], line: 1, endLine: 1 }]);
      }),
    );
  });
});
