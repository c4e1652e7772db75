/** Pages that no one would write by hand: 25 kinds in 8 sizes and variants, 200 in all, of up to 5 MB. */
import { pick, type Random, seeded } from './random.ts';

const MEGABYTE = 1_000_000;
/** Sizes of the variants, in characters; the last two are the worst allowed. */
const SIZES = [0.02, 0.1, 0.3, 1, 2, 3, 5, 5].map((size) => size * MEGABYTE);

const SENTENCES = [
  'The council said on Monday that the bridge would stay shut until the spring, and nobody seemed surprised. ',
  'Two of the engineers, who asked not to be named, had warned of it in a letter as early as last October. ',
  'Residents will be told by post, the mayor added, but the shops along the river have heard nothing so far. ',
];
const STORY = `<h1>Bridge to stay shut</h1><p>${SENTENCES.join('')}</p><p>${SENTENCES.join('')}</p>`;

/** A hostile page: its bytes are made when asked for, as all of them together take half a gigabyte. */
export interface HostilePage {
  name: string;
  make(): Buffer;
}

type Kind = (size: number, random: Random) => string | Buffer;

/** `unit` as often as it goes into `size`. */
const fill = (unit: string, size: number): string => unit.repeat(Math.max(1, Math.floor(size / unit.length)));
/** Units made one by one, joined, `size` characters or a little more. */
function grow(size: number, make: (index: number) => string): string {
  const parts: string[] = [];
  for (let length = 0; length < size; length += parts.at(-1)!.length) parts.push(make(parts.length));
  return parts.join('');
}
const around = (inner: string): string => `<html><body>${STORY}${inner}</body></html>`;
const nested = (tag: string, size: number): string => fill(`<${tag}>`, Math.min(size, 50_000 * (tag.length + 2)));

const KINDS: Record<string, Kind> = {
  'nested elements, unclosed': (size, random) =>
    around(nested(pick(random, ['div', 'span', 'b', 'section', 'em']), size)),
  'nested elements, closed': (size) => {
    const depth = Math.min(50_000, size / 11);
    return around(`${'<div>'.repeat(depth)}${SENTENCES[0]}${'</div>'.repeat(depth)}`);
  },
  'nested just below the cap': (size) => around(fill(`${'<div>'.repeat(190)}x${'</div>'.repeat(190)}`, size)),
  'unclosed paragraphs': (size) => `<body>${fill(`<p>${SENTENCES[0]}`, size)}`,
  'unclosed tags of every kind': (size, random) =>
    grow(
      size,
      () =>
        `<${pick(random, ['p', 'li', 'td', 'a href=x', 'b', 'table', 'h2', 'form', 'select'])}>${pick(random, SENTENCES)}`,
    ),
  'no html element': (size) => fill(`<p>${SENTENCES.join('')}</p>\n`, size),
  'nothing but text': (size) => fill(SENTENCES.join(''), size),
  'link farm': (size) => around(`<ul>${grow(size, (i) => `<li><a href="/page/${i}">Link number ${i}</a></li>`)}</ul>`),
  'links in every paragraph': (size) =>
    around(grow(size, (i) => `<p>${SENTENCES[i % 3]}<a href="/${i}">and so on, at length, for no reason</a></p>`)),
  'attributes without number': (size) => around(`<div${grow(size, (i) => ` a${i}="v"`)}>x</div>`),
  'classes without number': (size) => around(grow(size, (i) => `<div class="share-${i} related b${i}-c">x</div>`)),
  'endless attribute': (size) => around(`<p class="${fill('share related ', size)}">${SENTENCES[1]}</p>`),
  'giant table': (size) =>
    around(`<table>${fill(`<tr><td>1</td><td>${SENTENCES[0]}</td><td>3</td></tr>`, size)}</table>`),
  'tables in tables': (size) => around(fill('<table><tr><td>x', Math.min(size, 30_000 * 16))),
  'comment bomb': (size) => around(fill('<!-- -- > --!x <p> -->', size)),
  'lying charset': (size, random) => {
    const charset = pick(random, [
      'utf-16le',
      'utf-8',
      'gb18030',
      'shift_jis',
      'iso-2022-jp',
      'x-user-defined',
      'klingon',
    ]);
    const page = around(fill(`<p>\u00e9\u00a0\u0093${SENTENCES[0]}\u00ff\u0081 &#x80;</p>`, size));
    return Buffer.from(`<meta charset=${charset}>${page}`, 'latin1');
  },
  'entity flood': (size) => around(`<p>${fill('&amp;&#x1F600;&bogus;&lt', size)}</p>`),
  'script soup': (size) =>
    around(fill('<script>if(a<b){document.write("</p><scr"+"ipt>")}</script><style>p{}</style>', size)),
  'noscript, template, svg and math in one another': (size) =>
    around(
      fill(`<noscript><template><svg><math><p>x</math><desc><p>y</svg></template><p>${SENTENCES[2]}</noscript>`, size),
    ),
  'null bytes and controls': (size) => around(`<p>${fill('\0\u0001\uFFFE\uD800 words ', size)}</p><\0p>\0</p>`),
  'line breaks': (size) => around(fill('a<br>', size)),
  'less-than signs': (size) => around(fill('< <<a <!  </ ', size)),
  'misnested formatting': (size) => around(fill('<a href=x><b><p><i>x</a></b></p></i>', size)),
  'two hundred articles': (size) =>
    `<body>${fill(`<article><h1>One of many</h1><p>${SENTENCES.join('')}</p></article>`, size)}</body>`,
  'JSON-LD without end': (size) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${fill('word and word ', size)}"}</script>${around(fill(`<p>word and ${SENTENCES[0]}</p>`, size))}`,
};

/** The 200 pages, always the same. The last of each kind breaks off in the midst, as a broken download does. */
export function hostilePages(): HostilePage[] {
  return Object.entries(KINDS).flatMap(([kind, make], row) =>
    SIZES.map((size, variant) => {
      const isCut = variant === SIZES.length - 1;
      return {
        name: `${kind}, ${size / MEGABYTE} MB${isCut ? ', cut' : ''}`,
        make() {
          const page = Buffer.from(make(size, seeded(row * 100 + variant)));
          return isCut ? page.subarray(0, page.length * 0.7) : page;
        },
      };
    }),
  );
}
