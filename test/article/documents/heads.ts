/** Heads and tops of pages as sites of many kinds write them, with the day on which each page was published. */

export interface HeadCase {
  name: string;
  html: string;
  url?: string;
  /** The true day; null where the page does not tell. */
  day: string | null;
  source?: string;
  byline?: string | null;
}

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content='${content}'>`;

export const HEADS: HeadCase[] = [
  {
    name: 'newspaper: JSON-LD in an array, metadata of Facebook, day in the address',
    html:
      `<title>Court list grows - Evening Reader</title>${meta('article:published_time', '2019-05-02T08:00:00Z')}` +
      ld([
        { '@type': 'BreadcrumbList', itemListElement: [] },
        {
          '@type': 'NewsArticle',
          headline: 'Court list grows',
          datePublished: '2019-05-02T09:00:00+01:00',
          author: [{ '@type': 'Person', name: 'A. Writer' }, { name: 'B. Writer' }],
        },
      ]),
    url: 'https://reader.example/2019/05/02/court-list-grows',
    day: '2019-05-02',
    source: 'json-ld',
    byline: 'A. Writer, B. Writer',
  },
  {
    name: 'blog of Yoast: the page dated within @graph, no article',
    html: ld({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', name: 'X' },
        { '@type': 'WebPage', datePublished: '2020-03-04T05:06:07+00:00' },
      ],
    }),
    day: '2020-03-04',
    source: 'json-ld',
  },
  {
    name: 'several blocks, the broken one first',
    html: `<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": }</script>${ld({ '@type': 'Article', datePublished: '2018-11-30' })}`,
    day: '2018-11-30',
    source: 'json-ld',
  },
  {
    name: 'JSON-LD with raw line breaks and a trailing comma',
    html: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two\nlines","datePublished":"2017-01-31",}</script>',
    day: '2017-01-31',
    source: 'json-ld',
  },
  {
    name: 'JSON-LD broken beyond mending',
    html: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"He said "no"","datePublished":"2017-02-28T10:00"}</script>',
    day: '2017-02-28',
    source: 'json-ld',
  },
  {
    name: 'JSON-LD within CDATA marks',
    html: '<script type="application/ld+json">//<![CDATA[\n{"@type":"BlogPosting","datePublished":"2016-06-07"}\n//]]></script>',
    day: '2016-06-07',
  },
  {
    name: 'JSON-LD lists related articles before the article',
    html:
      `<title>Trains and lists | The Paper</title>${ld({ '@type': 'NewsArticle', headline: 'Another story', datePublished: '2015-01-01' })}` +
      ld({ '@type': 'NewsArticle', headline: 'Trains and lists', datePublished: '2019-07-08' }),
    day: '2019-07-08',
  },
  {
    name: 'JSON-LD in milliseconds',
    html: ld({ '@type': 'NewsArticle', datePublished: 1556784000000 }),
    day: '2019-05-02',
  },
  {
    name: 'Open Graph with its own prefix',
    html: meta('og:article:published_time', '2019-05-02 10:11:12 +0100'),
    day: '2019-05-02',
  },
  { name: 'article:published', html: meta('article:published', 'Thu, 02 May 2019 10:00:00 GMT'), day: '2019-05-02' },
  {
    name: 'Chartbeat and Sailthru',
    html: '<meta name="sailthru.date" content="2019-05-02 10:00:00"><meta name="sailthru.author" content="By C. Writer">',
    day: '2019-05-02',
    source: 'meta',
    byline: 'C. Writer',
  },
  {
    name: 'Parse.ly of the older kind',
    html: `<meta name='parsely-page' content='{"title":"T","pub_date":"2014-08-09T10:00:00Z","author":"D. Writer"}'>`,
    day: '2014-08-09',
    byline: 'D. Writer',
  },
  { name: 'Parse.ly', html: '<meta name="parsely-pub-date" content="2014-08-09T10:00:00Z">', day: '2014-08-09' },
  { name: 'Cxense', html: meta('cXenseParse:recs:publishtime', '2013-02-03T04:05:06+0800'), day: '2013-02-03' },
  { name: 'Dublin Core, created', html: '<meta name="DC.date.created" content="2012-12-11">', day: '2012-12-11' },
  {
    name: 'Dublin Core, issued',
    html: '<meta name="DC.Date.issued" content="2012-12-11T00:00:00">',
    day: '2012-12-11',
  },
  { name: 'seconds since 1970', html: '<meta name="pubdate" content="1546300800">', day: '2019-01-01' },
  { name: 'figures run together', html: '<meta name="publish-date" content="20190502">', day: '2019-05-02' },
  { name: 'American words', html: '<meta name="date" content="May 2, 2019 10:30 AM EDT">', day: '2019-05-02' },
  { name: 'as Java prints it', html: '<meta name="date" content="Thu May 02 10:00:00 GMT 2019">', day: '2019-05-02' },
  {
    name: 'journal',
    html: '<meta name="citation_publication_date" content="2018/7/5"><meta name="citation_author" content="x">',
    day: '2018-07-05',
  },
  {
    name: 'microdata on a span, later changed',
    html: '<h1>T</h1><span itemprop="dateModified" content="2019-06-01">x</span><span itemprop="datePublished" content="2019-05-02T10:00">May 2</span>',
    day: '2019-05-02',
    source: 'time',
  },
  { name: 'microdata in text', html: '<h1>T</h1><span itemprop="datePublished">2 May 2019</span>', day: '2019-05-02' },
  {
    name: 'dateCreated alone',
    html: '<h1>T</h1><div itemprop="dateCreated" content="2011-10-09"></div>',
    day: '2011-10-09',
  },
  {
    name: 'a time in the head, another in the aside before it',
    html: '<aside><time datetime="2021-01-01">new</time></aside><article><h1>T</h1><time datetime="2019-05-02T10:00Z">2 May</time><p>a<p>b<p>c<time datetime="2018-01-01">then</time></article>',
    day: '2019-05-02',
  },
  {
    name: 'a time marked pubdate after others',
    html: '<time datetime="2020-02-02">x</time><article><h1>T</h1><p>a<p>b<p>c<p>d<time pubdate datetime="2019-05-02">x</time></article>',
    day: '2019-05-02',
  },
  {
    name: 'a time without datetime',
    html: '<article><h1>T</h1><time>Thursday 2 May 2019 10.30</time></article>',
    day: '2019-05-02',
  },
  {
    name: 'changed before published',
    html: '<article><h1>T</h1><time class="updated" datetime="2019-06-03">x</time><time class="entry-date published" datetime="2019-05-02">y</time></article>',
    day: '2019-05-02',
  },
  {
    name: 'a class on a paragraph',
    html: '<h1>T</h1><p class="article-date">Published: May 2, 2019 at 8:15 am</p><p class="byline">By <a href="/e">E. Writer</a></p>',
    day: '2019-05-02',
    byline: 'E. Writer',
  },
  {
    name: 'a class on a span, with a stroke',
    html: '<h1>T</h1><span class="posted-on">Posted on 2nd May 2019 | <a>News</a></span><a rel="author" href="/f">F. Writer</a>',
    day: '2019-05-02',
    byline: 'F. Writer',
  },
  {
    name: 'a Chinese site in English',
    html: '<h1>T</h1><span class="pubtime">x</span><div class="publish-time">2019年5月2日 10:00</div>',
    day: '2019-05-02',
  },
  {
    name: 'the address alone',
    html: '<h1>T</h1>',
    url: 'https://x.example/news/2019/may/02/t',
    day: '2019-05-02',
    source: 'url',
  },
  {
    name: 'the address, run together',
    html: '<h1>T</h1>',
    url: 'https://x.example/news/20190502-t.html',
    day: '2019-05-02',
    source: 'url',
  },
  {
    name: 'the address, in part',
    html: '<h1>T</h1>',
    url: 'https://x.example/2019-05/02/c_1380.htm',
    day: '2019-05-02',
    source: 'url',
  },
  {
    name: 'the canonical address',
    html: '<link rel="canonical" href="https://x.example/2019/05/02/t"><h1>T</h1>',
    day: '2019-05-02',
  },
  {
    name: 'a template that left a clock at zero',
    html: `${meta('article:published_time', '1970-01-01T00:00:00Z')}<meta name="date" content="2019-05-02">`,
    day: '2019-05-02',
  },
  {
    name: 'metadata that name the day of the redesign, against address and time',
    html: `${meta('article:published_time', '2021-11-11T00:00:00Z')}<h1>T</h1><time datetime="2015-03-04" itemprop="datePublished">x</time>`,
    url: 'https://x.example/2015/03/04/t',
    day: '2015-03-04',
  },
  { name: 'only when it was changed', html: meta('og:updated_time', '2019-05-02T10:00:00Z'), day: '2019-05-02' },
  {
    name: 'an event in the future',
    html: '<h1>T</h1><time itemprop="startDate" datetime="2031-05-02">x</time><span class="event-date">3 May 2031</span>',
    day: null,
  },
  { name: 'figures that may be either', html: '<meta name="date" content="02/05/2019">', day: null },
  { name: 'figures that can only be one', html: '<meta name="date" content="25/12/2018">', day: '2018-12-25' },
  { name: 'German figures', html: '<meta name="date" content="02.05.2019, 10:00 Uhr">', day: '2019-05-02' },
  // What is missed, and known to be.
  { name: 'a French site', html: '<h1>T</h1><span class="date">Publié le 2 mai 2019 à 10h</span>', day: '2019-05-02' },
  {
    name: 'a date in a script',
    html: '<script>var page = {"publishDate": "2019-05-02"}</script><h1>T</h1>',
    day: '2019-05-02',
  },
];
