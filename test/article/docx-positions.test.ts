import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../src/article/docx.ts';
import { documentPlace, lineColumn, lineColumnBehind } from '../../src/article/position.ts';
import type { Article } from '../../src/model.ts';
import { comments, commentsById, docx, footnotes, p, r } from './documents/docx.ts';

const GIVEN = { id: 'a.docx', sha256: '0' };
const read = async (body: string, more: Parameters<typeof docx>[1] = []): Promise<Article> =>
  (await extractDocx(docx(body, more), GIVEN)).article;

/** `paragraph.run:column` (1-based) of the first character of `needle`. */
function place(article: Article, needle: string): string {
  const at = article.text.indexOf(needle);
  expect(at).toBeGreaterThanOrEqual(0);
  const found = documentPlace(article.document, at)!;
  expect(lineColumn(article, at)).toEqual({ line: found.paragraph, column: found.column + 1 });
  return `${found.paragraph}.${found.run}:${found.column + 1}`;
}

const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
const comment = (id: number, inner: string) =>
  `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

describe('places in a document', () => {
  test('count paragraphs, empty ones and those of tables too, and their runs', async () => {
    const article = await read(
      [
        p('Head', 'Heading1'),
        p(''),
        p(`${r('One ')}<w:r><w:rPr><w:b/></w:rPr><w:t>two </w:t></w:r>${r('three')}`),
        `<w:tbl>${row(p('a'), p('b') + p('c'))}</w:tbl>`,
        '<w:p/>',
        p('last 🙂 word'),
      ].join(''),
    );
    expect(place(article, 'Head')).toBe('1.1:1');
    expect(place(article, 'One')).toBe('3.1:1');
    expect(place(article, 'two')).toBe('3.2:5');
    expect(place(article, 'three')).toBe('3.3:9');
    expect(place(article, 'a')).toBe('1.1:3');
    expect(documentPlace(article.document, article.text.indexOf('\n\nb') + 2)!.paragraph).toBe(5);
    expect(place(article, '\n\nc')).toBe('5.1:2');
    expect(place(article, 'word')).toBe('8.1:9');
    expect(lineColumnBehind(article, article.text.length)).toEqual({ line: 8, column: 13 });
  });

  test('see through white space, tabs, line breaks, soft hyphens, links, insertions and deletions', async () => {
    const article = await read(
      [
        p('<w:r><w:t xml:space="preserve">  two   wide</w:t><w:br/><w:t>next</w:t><w:tab/><w:t>far</w:t></w:r>'),
        p('<w:r><w:t>so</w:t><w:softHyphen/><w:t>cial</w:t><w:noBreakHyphen/><w:t>like so\u00adcial</w:t></w:r>'),
        p(
          `${r('a ')}<w:hyperlink w:anchor="x">${r('link')}</w:hyperlink><w:ins>${r(' more')}</w:ins><w:del><w:r><w:delText> gone</w:delText></w:r></w:del>${r(' end')}`,
        ),
        p(`<w:moveFrom>${r('moved away')}</w:moveFrom>${r('stays')}`),
      ].join(''),
    );
    expect(article.text).toBe('two wide\nnext far\n\nsocial‑like social\n\na link more end\n\nstays');
    expect(place(article, 'two')).toBe('1.1:3');
    expect(place(article, 'wide')).toBe('1.1:9');
    expect(place(article, 'next')).toBe('1.1:14');
    expect(place(article, 'far')).toBe('1.1:19');
    expect(place(article, 'social‑')).toBe('2.1:1');
    expect(place(article, 'cial‑')).toBe('2.1:4');
    expect(place(article, 'cial')).toBe('2.1:4');
    expect(place(article, ' social')).toBe('2.1:13');
    expect(place(article, 'link')).toBe('3.2:3');
    expect(place(article, 'more')).toBe('3.3:8');
    expect(place(article, 'end')).toBe('3.5:13');
    expect(place(article, 'stays')).toBe('4.2:1');
  });

  test('hold where the title stands below, where paragraphs are joined, in text boxes and in notes', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>twice</w:t></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('Boxed.')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const article = await read(
      [
        p('Opinion'),
        p('The title', 'Title'),
        p('First half,', undefined, '<w:rPr><w:del w:id="1"/></w:rPr>'),
        p(' second half.'),
        p(`${r('Around ')}${box}${r('it.')}`),
        p(`${r('Noted')}${note}${r(' here.')}`),
        p('After.'),
      ].join(''),
      [footnotes({ 2: 'The note says more.' })],
    );
    expect(place(article, 'The title')).toBe('2.1:1');
    expect(place(article, 'Opinion')).toBe('1.1:1');
    expect(place(article, 'First')).toBe('3.1:1');
    expect(place(article, 'second')).toBe('4.1:2');
    expect(place(article, 'Around')).toBe('5.1:1');
    expect(place(article, 'it.')).toBe('5.3:8');
    expect(place(article, 'Boxed')).toBe('5.3:1');
    expect(place(article, 'here')).toBe('6.3:7');
    expect(place(article, 'The note')).toBe('6.2:6');
    expect(place(article, 'says more')).toBe('6.2:6');
    expect(place(article, 'After')).toBe('7.1:1');
  });

  test('are not upset by characters that could be marks', async () => {
    const article = await read(p('a\ufdd07.7\ufdd1b') + p('c'));
    expect(article.text).toBe('a7.7b\n\nc');
    expect(place(article, 'c')).toBe('2.1:1');
  });

  test('are right for any runs and white space', async () => {
    const words = fc.array(fc.constantFrom('ab', ' ', '  ', '社会', '🙂', 'c.', '\u00a0'), {
      minLength: 1,
      maxLength: 4,
    });
    const paragraphs = fc.array(
      fc.array(
        words.map((parts) => parts.join('')),
        { maxLength: 4 },
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(paragraphs, async (runs) => {
        const article = await read(runs.map((texts) => (texts.length > 0 ? p(texts.map(r).join('')) : p(''))).join(''));
        for (const piece of article.document ?? []) {
          const { text, length, paragraph, run, column } = piece;
          const whole = runs[paragraph - 1]!.join('');
          expect(article.text.slice(text, text + length)).toBe(whole.slice(column, column + length));
          const before = runs[paragraph - 1]!.slice(0, run - 1).join('').length;
          expect(column).toBeGreaterThanOrEqual(before);
          expect(column + length).toBeLessThanOrEqual(before + runs[paragraph - 1]![run - 1]!.length);
        }
        const covered = (article.document ?? []).reduce((sum, { length }) => sum + length, 0);
        expect(covered).toBeGreaterThanOrEqual(article.text.replace(/\s/g, '').length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('comments', () => {
  const about = (article: Article) =>
    (article.comments ?? []).map(({ text, start, end }) => [text, article.text.slice(start, end)]);

  test('come with the text they are anchored to', async () => {
    const article = await read(
      [
        p(`${r('One ')}${comment(0, r('two three'))}${r(' four.')}`),
        p(`${r('Whole. ')}<w:r><w:commentReference w:id="1"/></w:r>`),
        p(`<w:commentRangeStart w:id="2"/>${r('From here')}`),
        p(`${r('to there')}<w:commentRangeEnd w:id="2"/>${r(', done.')}`),
        '<w:commentRangeStart w:id="3"/>',
        p('Between paragraphs'),
        '<w:commentRangeEnd w:id="3"/>',
        p(`${r('Nothing ')}${comment(4, '')}${r('marked.')}`),
      ].join(''),
      [commentsById({ 0: 'zero', 1: 'one', 2: 'two', 3: 'three', 4: 'four', 9: 'nowhere' })],
    );
    expect(about(article)).toEqual([
      ['zero', 'two three'],
      ['one', 'Whole.'],
      ['two', 'From here\n\nto there'],
      ['three', 'Between paragraphs'],
      ['four', 'Nothing marked.'],
    ]);
  });

  test('keep their paragraphs as lines, and are not there without any', async () => {
    const two = {
      path: 'word/comments.xml',
      data: comments('x')
        .data.toString()
        .replace(p('x'), p('a b') + p('c')),
    };
    expect(about(await read(p(comment(0, r('text'))), [two]))).toEqual([['a b\nc', 'text']]);
    expect((await read(p('text'))).comments).toBeUndefined();
    expect((await read(p(comment(0, r('text'))))).comments).toBeUndefined();
  });

  test('without an end, or in a paragraph of its own without text, harm nothing', async () => {
    const article = await read(
      [p(`${r('a ')}<w:commentRangeStart w:id="0"/>${r('b')}`), p('c'), p(comment(1, '')), p('d')].join(''),
      [commentsById({ 0: 'zero', 1: 'one' })],
    );
    expect(about(article)).toEqual([
      ['zero', 'a b'],
      ['one', ''],
    ]);
  });
});
