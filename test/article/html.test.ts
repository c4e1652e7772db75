import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractHtml } from '../../src/article/html.ts';
import { lineColumn } from '../../src/article/position.ts';
import { expectMapped } from './mapped.ts';

const read = (file: string) => extractHtml(file, { id: 'a.html', sha256: '' });

const PARAGRAPH =
  'The ministry said on Monday that nobody has a score, which surprised the reporters, and one of them asked again.';
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="en"><head>${head}</head>\n<body>${body}</body></html>`;

const STORY = page(
  `<nav><a href="/">Home</a> <a href="/w">World</a></nav>
  <article><h1>Nobody has a score</h1>
  <figure><img src="x.jpg"><figcaption>A camera in a street.</figcaption></figure>
  <p>China&rsquo;s <b>S</b>ocial credit sys&shy;tem &amp; its lists, 社会信用 🙂, were explained on Monday,
     and <a href="/x">the paper</a> was there, with pens. ${PARAGRAPH}</p>
  <p>${PARAGRAPH} ${PARAGRAPH}<br><br>After the break it went on, for an hour, and nobody left.</p>
  <p><a href="/r">Big Brother app rates all drivers</a></p>
  <p>Read more: every citizen is watched</p>
  <ul><li>First, the list is long, and it is getting longer, as lists do.</li></ul>
  <blockquote><p>A reader wrote to say that she had looked everywhere for hers and had not found it.</p></blockquote>
  <p hidden>Hidden words</p><p style="display: none">More hidden words</p>
  <script>document.write('script words')</script></article>
  <aside>Most read: scores for all</aside><footer>Copyright</footer>`,
  '<title>Nobody has a score | The Example Post</title>',
);

describe('extractHtml', () => {
  test('gives headline and main text, block by block', () => {
    const { article, warnings } = read(STORY);
    expect(warnings).toEqual([]);
    expect(article.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'item',
      'quote',
    ]);
    const [head, first, , after] = article.text.split('\n\n');
    expect(head).toBe('Nobody has a score');
    expect(first).toMatch(
      /^China’s Social credit system & its lists, 社会信用 🙂, were explained on Monday, and the paper was/,
    );
    expect(after).toBe('After the break it went on, for an hour, and nobody left.');
    for (const gone of [
      'Home',
      'camera',
      'Big Brother',
      'every citizen',
      'idden',
      'script words',
      'Most read',
      'Copyright',
    ]) {
      expect(article.text).not.toContain(gone);
    }
    expectMapped(article);
  });

  test('points into the file', () => {
    const { article } = read(STORY);
    for (const needle of ['Nobody has', 'ocial credit', '社会信用', 'After the break', 'First, the list']) {
      const { line, column } = lineColumn(article, article.text.indexOf(needle));
      expect(STORY.split('\n')[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^${needle}`));
    }
  });

  test('keeps the map where the extractor needs a second try', () => {
    const file = page(`<div class="sidebar comment"><p>${PARAGRAPH}</p><p>${PARAGRAPH} Again.</p></div>`);
    const { article } = read(file);
    expect(article.text).toContain('Again.');
    expectMapped(article);
    const mapped = article.origin!.runs.reduce((sum, run) => sum + run.length, 0);
    expect(mapped).toBeGreaterThan(200);
  });

  test('takes all of a small page, and says so', () => {
    const { article, warnings } = read('<p>Nobody has a score.<p>Not one.<nav>Home</nav>');
    expect(article.text).toBe('Nobody has a score.\n\nNot one.');
    expect(warnings).toEqual([expect.stringContaining('no main text')]);
    expectMapped(article);
  });

  test.each([
    ['no html element', `<p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>`],
    ['no closing tags', `<html><body><div><p>${PARAGRAPH}<p>${PARAGRAPH}`],
    ['a body twice', `<body><p>${PARAGRAPH}</p><body><p>${PARAGRAPH}</p>`],
    ['upper case', `<HTML><BODY><P>${PARAGRAPH}</P><P>${PARAGRAPH}</P></BODY></HTML>`],
    ['nothing but noscript', `<body><noscript><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></noscript>`],
    ['text alone', `${PARAGRAPH}<br><br>${PARAGRAPH}`],
    ['an unclosed comment at the end', `<p>${PARAGRAPH}</p><p>${PARAGRAPH}</p><!-- x`],
    ['a body hidden until a script runs', `<body style="display:none"><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></body>`],
  ])('reads a page with %s', (_, file) => {
    const { article } = read(file);
    expect(article.text).toBe(`${PARAGRAPH}\n\n${PARAGRAPH}`);
    expectMapped(article);
  });

  test('keeps words and blocks apart', () => {
    const { article } = read(
      '<div>one<p>two</p>three</div><table><tr><td>a<td>b</table><ul><li>x<li>y</ul>fo<i>u</i>r<br>five',
    );
    expect(article.text.split('\n\n')).toEqual(['one', 'two', 'three', 'a', 'b', 'x', 'y', 'four\nfive']);
  });
});

describe('what is story and what is not', () => {
  const OTHER = 'A second paragraph follows, in which the ministry repeats itself, and in which the reporters do not.';
  const LAST = 'In the end everyone went home, except for the man with the keys, who had lost one of them somewhere.';
  const text = (body: string, head = ''): string => read(page(body, head)).article.text;
  const STORY_TEXT = [PARAGRAPH, OTHER, LAST].join('\n\n');
  const ps = `<p>${PARAGRAPH}</p><p>${OTHER}</p><p>${LAST}</p>`;
  const thread = `<p>${'I have read this twice and still do not know what it costs, or who is to pay for it. '.repeat(4)}</p>`;

  test.each([
    ['comments longer than the story', `<div>${ps}</div><div id="comments">${thread.repeat(9)}</div>`],
    ['an opinion that is called comment', `<div class="comment comment-piece">${ps}</div>`],
    [
      'a form around the page',
      `<form id="aspnetForm"><table><tr><td><a href="/">Home</a></td><td>${ps}</td></tr></table></form>`,
    ],
    ['a headline for an id', `<div><div id="how-social-credit-works-share-of-it">${ps}</div></div>`],
    ['a link that is never closed', `<a href="/top"><div>${ps}</div>`],
    ['a quote that is pulled out', `<div>${ps}<blockquote>${OTHER.split(', and')[0]}</blockquote></div>`],
    [
      'a paragraph for two widths of screen',
      `<div>${ps.replace(LAST, `${LAST} ${OTHER}`)}<p>${LAST} ${OTHER}</p></div>`,
    ],
    [
      'a page hidden by its overlay',
      `<div aria-hidden="true"><div style="display:none">${ps}</div></div><div role="dialog">Wait</div>`,
    ],
    [
      'bylines, dates and credits',
      `<div><p>By <a rel="author" href="/x">Our desk</a></p><p><time>2 May 2019</time></p><p>May 2, 2019, 4:05 PM</p><p>(Photo: the archive)</p>${ps}<p>© 2019 The Post</p></div>`,
    ],
    [
      'boxes between paragraphs',
      `<div><p>${PARAGRAPH}</p><div class="newsletter-signup"><p>Our letter tells you on Fridays what everybody else will know on Monday.</p></div><p>${OTHER}</p><div class="c-related_links"><h3>Related</h3><ul><li><a href="/1">Every citizen is scored</a></li></ul></div><p>${LAST}</p></div>`,
    ],
  ])('tells them apart: %s', (name, body) => {
    const wanted = name.includes('two widths') ? STORY_TEXT.replace(LAST, `${LAST} ${OTHER}`) : STORY_TEXT;
    expect(text(body)).toBe(wanted);
  });

  test('keeps lists, tables in figures, and subheadings that link to themselves', () => {
    const body = `<div><p>${PARAGRAPH}</p><h2><a href="#why">Why it is so</a></h2><p>${OTHER}</p><ul><li>One</li><li>Two</li></ul>
      <figure><table><tr><td>Town</td><td>12</td></tr></table><figcaption>Source: the office</figcaption></figure><p>${LAST}</p></div>`;
    const wanted = [PARAGRAPH, 'Why it is so', OTHER, 'One', 'Two', 'Town', '12', LAST];
    expect(text(body)).toBe(wanted.join('\n\n'));
  });

  test('joins posts of a live blog and parts of a story, but no other story', () => {
    const post = (inner: string): string =>
      `<article class="post"><time>9.10</time><div class="body"><p>${inner}</p></div></article>`;
    expect(text([`${PARAGRAPH} ${LAST}`, `${OTHER} ${LAST} One.`, `${LAST} ${OTHER} Two.`].map(post).join(''))).toBe(
      [`${PARAGRAPH} ${LAST}`, `${OTHER} ${LAST} One.`, `${LAST} ${OTHER} Two.`].join('\n\n'),
    );
    const story = (title: string, inner: string): string =>
      `<article><h1>${title}</h1><div class="body">${inner}</div></article>`;
    const next = story('Two', `<p>${LAST} Next.</p><p>${LAST} And next.</p>`);
    expect(text(story('One', ps) + next, '<title>One</title>')).toBe(`One\n\n${STORY_TEXT}`);
  });

  test('believes the body that JSON-LD states where the page shows it', () => {
    const script = (articleBody: string): string =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody })}</script>`;
    const between = 'A bakery in the same street has been sold, and the new owner will keep the name and the ovens.';
    const body = [PARAGRAPH, between, OTHER, `${LAST} ${LAST}`, between]
      .map((inner) => `<div><div>${inner}</div></div>`)
      .join('');
    const stated = [PARAGRAPH, OTHER, `${LAST} ${LAST}`].join(' ');
    expect(text(body, script(stated))).toBe([PARAGRAPH, OTHER, `${LAST} ${LAST}`].join('\n\n'));
    const elsewhere = 'Words of another story that this page does not show at all, however long one looks for them. ';
    expect(text(`<div>${ps}</div>`, script(elsewhere.repeat(10)))).toBe(STORY_TEXT);
    expect(text(`<div>${ps}</div>`, script(stated).replace('"}', ''))).toBe(STORY_TEXT);
  });
});

describe('what a page states', () => {
  const meta = (head: string, body = `<p>${PARAGRAPH}</p>`) => read(page(body, head)).article;

  test('comes from JSON-LD first', () => {
    const linked = {
      '@graph': [
        { '@type': 'WebPage', name: 'No' },
        {
          '@type': ['NewsArticle'],
          headline: 'Yes',
          datePublished: '2019-05-02T10:00:00+01:00',
          publisher: { name: 'The Post' },
        },
      ],
    };
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(linked)}</script>
      <meta property="og:title" content="Other"><meta property="og:site_name" content="Other"><link rel="canonical" href="https://post.example/1">`;
    expect(meta(head)).toMatchObject({
      title: 'Yes',
      outlet: 'The Post',
      publishedAt: '2019-05-02T10:00:00+01:00',
      url: 'https://post.example/1',
      language: 'en',
    });
  });

  test('else from meta elements, else from other elements', () => {
    expect(
      meta('<meta property="og:title" content=" A &amp; B "><meta name="date" content="May 2, 2019">'),
    ).toMatchObject({ title: 'A & B', publishedAt: '2019-05-02' });
    expect(
      meta(
        '<title>Plain</title>',
        `<time datetime="2019-05-01"></time><time itemprop="datePublished" datetime="2019-05-02">x</time><p>${PARAGRAPH}`,
      ),
    ).toMatchObject({ title: 'Plain', publishedAt: '2019-05-02' });
  });

  test('else, for the date, from the address', () => {
    const url = 'https://post.example/2019/05/02/score';
    expect(extractHtml(page(''), { id: url, url, sha256: '' }).article).toMatchObject({
      url,
      publishedAt: '2019-05-02',
    });
  });

  test('is passed over where it cannot be meant', () => {
    expect(meta('<meta name="date" content="soon"><link rel="canonical" href="javascript:x()">')).toMatchObject({
      publishedAt: null,
      url: null,
      title: null,
    });
  });
});

describe('hostile pages', () => {
  const size = 1_000_000;
  test.each([
    ['deep nesting, 5 MB', '<div>'.repeat(size)],
    ['deep nesting, closed', `${'<b>'.repeat(100_000)}x${'</b>'.repeat(100_000)}`],
    ['one paragraph, 5 MB', `<p>${'words, and more words. '.repeat(size / 4)}`],
    ['paragraphs without end tags', '<p>a'.repeat(size / 4)],
    ['line breaks', 'a<br>'.repeat(size / 5)],
    ['entities', '&amp;'.repeat(size / 5)],
    ['less-than signs', '<'.repeat(1_000_000)],
    ['tag beginnings', '<a '.repeat(size / 3)],
    ['an endless attribute', `<p>x</p><a href="${'x'.repeat(size)}`],
    ['end tags of nothing', '</p>'.repeat(size / 4)],
    ['list items', '<li>item '.repeat(size / 9)],
    ['misnested formatting', '<a><b><i>x</a></b></i>'.repeat(size / 22)],
    ['images', '<img src=x>'.repeat(size / 11)],
    ['tables in tables', '<table><tr><td>x'.repeat(size / 16)],
    ['NUL bytes', `<p>${'\0'.repeat(size)}`],
  ])('are read within bounds: %s', (_, file) => {
    const { article } = read(file);
    expect(article.text.length).toBeLessThanOrEqual(4_100_000);
    expectMapped(article);
  });

  test('markup of any kind gives a text that maps to the file', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '</b>',
        '<br>',
        '<li>',
        '<h1>',
        '</h1>',
        '<table>',
        '<td>',
        '<a href="/x">',
        '</a>',
      ],
      ...[
        '<script>',
        '</script>',
        '<svg>',
        '</svg>',
        '<!--',
        '-->',
        '<![CDATA[',
        '<title>',
        '</title>',
        '<body>',
        '</html>',
        '<br/>',
      ],
      ...[
        '&amp;',
        '&shy;',
        '&#x4e;',
        '&bogus;',
        '&',
        '<',
        '>',
        '"',
        "'",
        '\u00ad',
        '\u00a0',
        '\n',
        ' ',
        '🙂',
        '社会信用',
      ],
      ...['some words of text', PARAGRAPH, `${PARAGRAPH} ${PARAGRAPH}`],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { article } = read(pieces.join(''));
        expectMapped(article);
        expect(article.text).not.toMatch(/\u00ad|\u00a0|\t| {2}/);
      }),
      { numRuns: 300 },
    );
  });
});
