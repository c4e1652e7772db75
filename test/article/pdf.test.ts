import { describe, expect, test } from 'vitest';
import { extractPdf } from '../../src/article/pdf.ts';
import { joinLines, wordsOf } from '../../src/article/pdf-hyphens.ts';
import { ExtractError } from '../../src/errors.ts';
import { at, column, pdf } from './documents/pdf.ts';

const GIVEN = { id: 'a.pdf', sha256: '0' };

/** Blocks as `kind: text`. */
async function blocks(...args: Parameters<typeof pdf>): Promise<string[]> {
  const { article } = await extractPdf(pdf(...args), GIVEN);
  return article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`);
}

async function failure(bytes: Uint8Array): Promise<ExtractError> {
  const thrown = await extractPdf(bytes, GIVEN).then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ExtractError);
  return thrown as ExtractError;
}

const FIRST = [
  'The town has kept a list of firms that do not pay what',
  'they owe since the spring of that year, and the court reads',
  'it out each month in the square before the town hall.',
];
const SECOND = [
  'Nobody gets a score, said the clerk who keeps it, and no-',
  'body ever did; what the papers wrote was made up by some-',
  'one who had never been there, as far as she could tell.',
];
const FIRST_TEXT = FIRST.join(' ');
const SECOND_TEXT =
  'Nobody gets a score, said the clerk who keeps it, and nobody ever did; what the papers wrote was made up by someone who had never been there, as far as she could tell.';

describe('the text', () => {
  test('is headline, then paragraphs, told apart by gaps', async () => {
    const page = at(72, 720, 20, 'The list and the score') + column(72, 690, 10, [...FIRST, '', ...SECOND]);
    expect(await blocks([page])).toEqual([
      'heading: The list and the score',
      `paragraph: ${FIRST_TEXT}`,
      `paragraph: ${SECOND_TEXT}`,
    ]);
  });

  test('is told apart by indents too, and by short last lines', async () => {
    const indented = column(72, 700, 10, FIRST) + at(90, 664, 10, SECOND[0]!) + column(72, 652, 10, SECOND.slice(1));
    expect(await blocks([indented])).toEqual([`paragraph: ${FIRST_TEXT}`, `paragraph: ${SECOND_TEXT}`]);
    const short = column(72, 700, 10, [...FIRST, 'It is short.', ...SECOND]);
    expect(await blocks([short])).toEqual([`paragraph: ${FIRST_TEXT} It is short.`, `paragraph: ${SECOND_TEXT}`]);
  });

  test('reads lists', async () => {
    const page = column(72, 700, 10, [
      'There are three lists:',
      '\x95 one of firms that owe wages,',
      '\x95 one of people.',
    ]);
    expect(await blocks([page])).toEqual([
      'paragraph: There are three lists:',
      'item: • one of firms that owe wages,',
      'item: • one of people.',
    ]);
  });

  test('reads columns one after the other below a headline across both, whatever the order of writing', async () => {
    const left = [
      'The first column begins here',
      'and has lines that are full',
      'of words of the kind that',
      'a column has, and goes on',
    ];
    const right = [
      'at the top of the second one,',
      'where the sentence ends. A',
      'second sentence follows in',
      'the last lines of the page.',
    ];
    const rows = left.map((line, i) => at(310, 640 - 12 * i, 10, right[i]!) + at(72, 640 - 12 * i, 10, line));
    const page = rows.join('') + at(72, 720, 24, 'A headline that runs across both columns');
    expect(await blocks([page])).toEqual([
      'heading: A headline that runs across both columns',
      `paragraph: ${[...left, ...right].join(' ')}`,
    ]);
  });

  test('reads a table row by row', async () => {
    const rows = ['Year', '2017', '2018', '2019', '2020', '2021'].map(
      (year, i) => column(72, 700 - 14 * i, 10, [year]) + at(300, 700 - 14 * i, 10, `${i}00 names`),
    );
    const text = (await blocks([rows.join('')])).join(' ');
    expect(text).toContain('2018 200 names');
  });

  test('leaves out heads that change from page to page, feet and page numbers', async () => {
    const pages = [1, 2, 3, 4].map((number) => {
      const head = at(72, 760, 8, number % 2 === 0 ? 'The Evening Reader' : 'Lists and scores');
      return `${head}${column(72, 700, 10, FIRST)}${at(300, 40, 8, String(number + 6))}`;
    });
    // Lines at the edge that recur are heads whatever they say; the text of these pages has to differ.
    const texts = ['north', 'south', 'east', 'west'].map((side) => FIRST.map((line) => `${line} ${side}`));
    const told = pages.map((page, i) =>
      page.replace(column(72, 700, 10, FIRST), column(72, 700, 10, [...texts[i]!.slice(0, 2), `${texts[i]![2]}.`])),
    );
    expect(await blocks(told)).toEqual(texts.map((lines) => `paragraph: ${lines.join(' ')}.`));
  });

  test('joins a sentence that goes on over the page', async () => {
    const pages = [
      column(72, 700, 10, [...FIRST, 'It is read by the clerk and by the judge in turns, since the']),
      column(72, 700, 10, ['law says so.']),
    ];
    expect((await blocks(pages)).at(-1)).toMatch(/since the law says so\.$/);
  });

  test('puts pieces of a line together and keeps raised figures in it', async () => {
    const page =
      at(72, 700, 10, 'Words') + at(103.1, 700, 10, 'in') + at(113.7, 700, 10, 'pieces.') + at(145.6, 704, 6, '12');
    expect(await blocks([page])).toEqual(['paragraph: Words in pieces.12']);
  });

  test('reads a page that lies on its side, and leaves out what is stamped along its margin', async () => {
    const side = FIRST.map((line, i) => `BT /F1 10 Tf 0 1 -1 0 ${100 + 12 * i} 72 Tm (${line}) Tj ET\n`).join('');
    expect(await blocks([side])).toEqual([`paragraph: ${FIRST_TEXT}`]);
    expect(await blocks([side], { page: '/Rotate 90' })).toEqual([`paragraph: ${FIRST_TEXT}`]);
    const stamp = 'BT /F1 20 Tf 0 1 -1 0 30 200 Tm (stamped 2 May) Tj ET\n';
    expect(await blocks([stamp + column(72, 700, 10, FIRST)])).toEqual([`paragraph: ${FIRST_TEXT}`]);
  });

  test('leaves out what the file itself marks as furniture', async () => {
    const marked = `/Artifact BMC ${at(72, 760, 8, 'Downloaded by a reader')} EMC /P <</MCID 0>> BDC ${column(72, 700, 10, FIRST)} EMC`;
    expect(await blocks([marked])).toEqual([`paragraph: ${FIRST_TEXT}`]);
  });
});

test.each([
  [['the gov-', 'ernment'], [], 'the government'],
  [['a black-', 'list'], ['the black-list is'], 'a black-list'],
  [['a well-', 'known list'], ['known to all, and well'], 'a well-known list'],
  [['an over-', 'sight'], ['sight is over'], 'an oversight'],
  [['the Sino-', 'British'], [], 'the Sino-British'],
  [['in 2018-', '2019'], [], 'in 2018-2019'],
  [['it said -', 'twice'], [], 'it said - twice'],
  [['so\u00ad', 'cial cre\u00addit'], [], 'social credit'],
  [['a', 'b', 'c'], [], 'a b c'],
])('joins %j to %j', (lines, others, text) => {
  expect(joinLines(lines, wordsOf([...lines, ...others]))).toBe(text);
});

describe('the properties', () => {
  const page = at(72, 720, 20, 'The list and the score') + column(72, 690, 10, FIRST);

  test('give title, author and date', async () => {
    const info = "/Title (Lists \\(and scores\\)) /Author (By A. Writer) /CreationDate (D:20190502100000+01'00')";
    const { article, warnings } = await extractPdf(pdf([page], { info }), GIVEN);
    expect(article).toMatchObject({
      title: 'Lists (and scores)',
      byline: 'A. Writer',
      publishedAt: '2019-05-02',
      dateSource: 'meta',
      dateConfidence: 0.5,
      origin: null,
    });
    expect(warnings).toEqual([]);
  });

  test('yield to the headline where a program wrote them', async () => {
    const { article } = await extractPdf(pdf([page], { info: '/Title (final_v2.indd)' }), GIVEN);
    expect(article).toMatchObject({ title: 'The list and the score', byline: null, publishedAt: null });
  });
});

describe('what gives no article', () => {
  const whole = pdf([column(72, 700, 10, FIRST)]);
  const password = {
    trailer: `/Encrypt 90 0 R /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]`,
    objects: {
      90: `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'12'.repeat(32)}> /U <${'34'.repeat(32)}> >>`,
    },
  };

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'malformed'],
    ['text', Buffer.from('This is no PDF at all, whatever its name says.'), 'malformed'],
    ['a header alone', Buffer.from('%PDF-1.7\n'), 'malformed'],
    ['a password', pdf([column(72, 700, 10, FIRST)], password), 'locked'],
    ['a scan', pdf(['q 600 0 0 700 0 0 cm Q', 'q Q']), 'no-text'],
    ['a stamp on a scan', pdf([at(72, 40, 8, 'p. 12')]), 'no-text'],
    ['no pages', pdf([]), 'malformed'],
    ['states saved without end', pdf([`${'q '.repeat(100_000)}${column(72, 700, 10, FIRST)}`]), 'malformed'],
    ['a bomb', pdf([Buffer.alloc(70 * 1_048_576, 0x20)]), 'too-large'],
  ])('%s', async (_name, bytes, code) => {
    const error = await failure(bytes);
    expect(error.code).toBe(code);
    expect(error.hint).not.toBeNull();
  });

  test('a file cut off or damaged gives an article or a known error', async () => {
    for (let cut = 0; cut < whole.length; cut += 41) {
      const broken = Uint8Array.from(whole);
      broken[cut]! ^= 0x5a;
      for (const bytes of [broken, whole.slice(0, cut)]) {
        const outcome = await extractPdf(bytes, GIVEN).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ExtractError);
      }
    }
  });

  test('pages that say they are there and are not are counted', async () => {
    const claims = pdf([column(72, 700, 10, FIRST)], {
      objects: { 2: '<< /Type /Pages /Kids [10 0 R] /Count 900000 >>' },
    });
    const { article } = await extractPdf(claims, GIVEN);
    expect(article.text).toBe(FIRST_TEXT);
  });

  test('most pages without text are a warning', async () => {
    const { warnings } = await extractPdf(pdf([column(72, 700, 10, FIRST), 'q Q', 'q Q']), GIVEN);
    expect(warnings).toEqual(['2 of 3 pages have no text layer; they may be scans']);
  });

  test('the bytes given stay as they are', async () => {
    const before = Buffer.from(whole).toString('latin1');
    await extractPdf(whole, GIVEN);
    expect(Buffer.from(whole).toString('latin1')).toBe(before);
  });

  test('text without end is cut off', async () => {
    const pages = Array.from({ length: 6 }, (_, i) =>
      column(72, 700, 10, [...FIRST.slice(i % 3), `Page ${'abcdef'[i]}.`]),
    );
    const { article, warnings } = await extractPdf(pdf(pages), GIVEN, 300);
    expect(article.text.length).toBeLessThanOrEqual(600);
    expect(article.text).toContain('Page b.');
    expect(article.text).not.toContain('Page e.');
    expect(warnings.join()).toMatch(/cut off/);
  });
});
