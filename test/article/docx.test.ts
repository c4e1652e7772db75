import { describe, expect, test } from 'vitest';
import { extractDocx } from '../../src/article/docx.ts';
import { ExtractError } from '../../src/errors.ts';
import { comments, core, docx, docxParts, footnotes, numbering, p, r, zip } from './documents/docx.ts';

const GIVEN = { id: 'a.docx', sha256: '0' };

/** Blocks as `kind: text`. */
async function blocks(body: string, more: Parameters<typeof docx>[1] = []): Promise<string[]> {
  const { article } = await extractDocx(docx(body, more), GIVEN);
  return article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`);
}

async function failure(bytes: Uint8Array): Promise<ExtractError> {
  const thrown = await extractDocx(bytes, GIVEN).then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ExtractError);
  return thrown as ExtractError;
}

describe('the text', () => {
  test('keeps headings, paragraphs, items, quotes and cells', async () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = [
      p('The town that keeps lists', 'Title'),
      p('What the court does', 'Heading1'),
      p(r('The court ') + r('publishes ') + r('names.')),
      p('One item', 'ListParagraph'),
      p('Another', undefined, numbered),
      p('It is a list, not a score.', 'Quote'),
      `<w:tbl><w:tr><w:tc>${p('Year')}</w:tc><w:tc>${p('Names')}</w:tc></w:tr><w:tr><w:tc>${p('2019')}</w:tc><w:tc>${p('12')}</w:tc></w:tr></w:tbl>`,
      p(''),
      p('The end.'),
    ].join('');
    expect(await blocks(body, [numbering()])).toEqual([
      'heading: The town that keeps lists',
      'heading: What the court does',
      'paragraph: The court publishes names.',
      'item: One item',
      'item: Another',
      'quote: It is a list, not a score.',
      'cell: Year',
      'cell: Names',
      'cell: 2019',
      'cell: 12',
      'paragraph: The end.',
    ]);
  });

  test('has the headline first and footnotes last, each once', async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body =
      p('Opinion') + p('No score for all', 'Title') + p(r('The list is public') + note + r('.')) + p(r('Again') + note);
    expect(await blocks(body, [footnotes({ 2: 'As the court says.', 3: 'Never referred to.' })])).toEqual([
      'heading: No score for all',
      'paragraph: Opinion',
      'paragraph: The list is public.',
      'paragraph: Again',
      'paragraph: As the court says.',
    ]);
  });

  test('leaves out comments, deleted and moved text, field codes and contents', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.example/" </w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('the shown words')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = [
      p('Chapter one 3', 'TOC1'),
      p(`${r('Kept ')}<w:del><w:r><w:delText>gone </w:delText></w:r></w:del><w:ins>${r('added ')}</w:ins>${r('end')}`),
      p(`${r('A ')}<w:moveFrom>${r('old ')}</w:moveFrom>${r('b')}<w:r><w:commentReference w:id="0"/></w:r>`),
      p(`${r('See ')}${field}${r('.')}`),
    ].join('');
    expect(await blocks(body, [comments('Is that so?')])).toEqual([
      'paragraph: Kept added end',
      'paragraph: A b',
      'paragraph: See the shown words.',
    ]);
  });

  test('joins a paragraph whose mark was deleted, breaks lines, reads tabs, hyphens, links and text boxes', async () => {
    const joined = p('First half,', undefined, '<w:rPr><w:del w:id="1"/></w:rPr>') + p(' second half.');
    const lines =
      '<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four so</w:t><w:softHyphen/><w:t>cial</w:t></w:r>';
    const link = `<w:hyperlink w:anchor="x">${r('a link')}</w:hyperlink>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>twice</w:t></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('Boxed.')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await blocks(joined + p(lines) + p(link) + p(box))).toEqual([
      'paragraph: First half, second half.',
      'paragraph: one\ntwo three\u2011four social',
      'paragraph: a link',
      'paragraph: Boxed.',
    ]);
  });

  test('takes a table of one cell for a frame', async () => {
    const frame = `<w:tbl><w:tr><w:tc>${p('A', 'Heading1')}${p('text')}</w:tc></w:tr></w:tbl>`;
    expect(await blocks(frame)).toEqual(['heading: A', 'paragraph: text']);
  });

  test('decodes what XML escapes', async () => {
    expect(await blocks(p('A &amp; B &lt;c&gt; &#x4FE1;&#29992; “d”'))).toEqual(['paragraph: A & B <c> 信用 “d”']);
  });

  test('is given where the file has no styles and no properties', async () => {
    const parts = docxParts(p('Bare.', 'Heading1')).filter(({ path }) => /document\.xml$|^_rels/.test(path));
    const { article } = await extractDocx(zip(parts), GIVEN);
    expect(article).toMatchObject({ text: 'Bare.', title: 'Bare.', origin: null, byline: null, publishedAt: null });
  });
});

describe('the properties', () => {
  test('give title, author and date', async () => {
    const properties = core(
      '<dc:title>Lists &amp; scores</dc:title><dc:creator>By A. Writer;B. Writer</dc:creator>' +
        '<dcterms:created xmlns:xsi="x" xsi:type="dcterms:W3CDTF">2019-05-02T10:00:00Z</dcterms:created>',
    );
    const { article } = await extractDocx(docx(p('Text.'), [properties]), GIVEN);
    expect(article).toMatchObject({
      title: 'Lists & scores',
      byline: 'A. Writer, B. Writer',
      publishedAt: '2019-05-02T10:00:00Z',
      dateSource: 'meta',
      dateConfidence: 0.5,
    });
  });

  test('yield to what is given, and to the headline where a program wrote them', async () => {
    const properties = core(
      '<dc:title>Microsoft Word - draft.doc</dc:title><dc:creator>Microsoft Office User</dc:creator>',
    );
    const given = { ...GIVEN, publishedAt: '2020-01-02', byline: 'C. Writer' };
    const { article } = await extractDocx(docx(p('A headline', 'Title') + p('Text.'), [properties]), given);
    expect(article).toMatchObject({
      title: 'A headline',
      byline: 'C. Writer',
      publishedAt: '2020-01-02',
      dateSource: 'given',
    });
  });
});

describe('what is no document', () => {
  const whole = docx(p('Text that is long enough to be packed, packed, packed, packed.'));

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'malformed'],
    ['text', Buffer.from('no archive at all'), 'malformed'],
    ['a file cut off', whole.slice(0, whole.length - 40), 'malformed'],
    ['the beginning of one', whole.slice(0, 100), 'malformed'],
    ['an archive of something else', zip([{ path: 'a.txt', data: 'x' }]), 'malformed'],
    ['an archive of nothing', zip([]), 'malformed'],
    [
      'XML cut off',
      zip(docxParts('', [{ path: 'word/document.xml', data: '<w:document><w:body><w:p>' }])),
      'malformed',
    ],
    ['an old Office document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'malformed'],
    [
      'a document with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'locked',
    ],
    ['a part with a password', zip([{ path: 'word/document.xml', data: 'x', flags: 1 }]), 'locked'],
    ['a part packed in another way', zip([{ path: 'word/document.xml', data: 'x', method: 12 }]), 'malformed'],
    ['deep nesting', docx('<w:tbl><w:tr><w:tc>'.repeat(50_000)), 'malformed'],
  ])('%s', async (_name, bytes, code) => {
    const error = await failure(bytes);
    expect(error.code).toBe(code);
    expect(error.hint).not.toBeNull();
  });

  test('every cut and every flipped byte gives an article or a known error', async () => {
    for (let at = 0; at < whole.length; at += 7) {
      const broken = Uint8Array.from(whole);
      broken[at]! ^= 0x5a;
      for (const bytes of [broken, whole.slice(0, at)]) {
        const outcome = await extractDocx(bytes, GIVEN).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ExtractError);
      }
    }
  });
});

describe('bombs', () => {
  const zeros = Buffer.alloc(101 * 1_048_576, 0x20);

  test.each([undefined, 10])('of a part that says it has %s bytes are not inflated', async (declared) => {
    const part = { path: 'word/document.xml', data: zeros, ...(declared ? { declared } : {}) };
    expect((await failure(zip(docxParts('', [part])))).code).toBe('too-large');
  });

  test('in pictures and macros are never unpacked', async () => {
    const more = ['word/media/a.png', 'word/vbaProject.bin'].map((path) => ({ path, data: zeros }));
    expect(await blocks(p('Text.'), more)).toEqual(['paragraph: Text.']);
  });

  test('of entities are not expanded', async () => {
    const data =
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' +
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>x&b;</w:t></w:r></w:p></w:body></w:document>';
    expect(await blocks('', [{ path: 'word/document.xml', data }])).toEqual(['paragraph: x&b;']);
  });

  test.each([
    ['fields within fields', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000) + r('x'))],
    ['processing instructions', p('x') + '<?a '.repeat(100_000)],
    ['namespaces', `<w:p ${Array.from({ length: 20_000 }, (_, i) => `xmlns:n${i}="u"`).join(' ')}>${r('x')}</w:p>`],
  ])('of %s are read within bounds', async (_name, body) => {
    const outcome = await extractDocx(docx(body), GIVEN).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ExtractError);
  });

  test('of text are cut off, with a warning', async () => {
    const { article, warnings } = await extractDocx(docx(p('word '.repeat(900_000))), GIVEN);
    expect(article.text.length).toBeLessThanOrEqual(4_000_000);
    expect(warnings).toHaveLength(1);
  });
});
