/** Pages as newspapers serve them, made up: a little prose within much else. */
import { offTopicArticle, offTopicSentence, onTopicArticle } from './prose.ts';
import { pick, type Random } from './random.ts';

/** An outlet: what all its pages have in common. */
export interface Outlet {
  host: string;
  name: string;
  style: string;
  script: string;
  nav: string;
  /** Whether its pages come without white space between tags, as minifiers leave them. */
  minified: boolean;
  classes: readonly string[];
}

const PARTS = 'main site page card list item grid head foot link icon media promo share meta body text wrap'.split(' ');
const STATES = 'small large dark light first last left right open active hidden inner outer fluid wide'.split(' ');
const RULES =
  'margin:0 auto|padding:8px 16px|display:flex|display:none|color:#1a1a1a|font-size:14px|line-height:1.45|width:100%|border-bottom:1px solid #dcdcdc|background:#f7f7f5|position:relative|text-decoration:none|align-items:center|max-width:1180px|font-weight:700|letter-spacing:.02em|transition:opacity .2s ease-in-out|z-index:20|overflow:hidden'.split(
    '|',
  );
const VERBS = 'load init track render bind fetch push observe attach resolve merge toggle measure schedule'.split(' ');
const NOUNS = 'Consent Slot Banner Queue Event Player Config Layer Module Target Cookie Session Widget Menu'.split(' ');
const SECTIONS =
  'News|World|Politics|Business|Sport|Culture|Opinion|Travel|Science|Health|Weather|Obituaries|Letters|Podcasts'.split(
    '|',
  );

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low));
const hex = (random: Random, length: number): string =>
  times(length, () => Math.floor(random() * 16).toString(16)).join('');
const slug = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** An outlet of its own style, scripts and menus. */
export function makeOutlet(random: Random, number: number): Outlet {
  const classes = times(60, () => `${pick(random, PARTS)}-${pick(random, PARTS)}--${pick(random, STATES)}`);
  const rule = () => `.${pick(random, classes)}{${times(between(random, 2, 6), () => pick(random, RULES)).join(';')}}`;
  const call = () => {
    const name = `${pick(random, VERBS)}${pick(random, NOUNS)}`;
    return `function ${name}(e,t){var n=t||{};if(!n.${pick(random, VERBS)})return;window.${pick(random, VERBS)}("${hex(random, 12)}",e,function(r){n.${name}=r&&r.length>${between(random, 1, 900)}})}`;
  };
  const host = `www.paper-${number}.example`;
  const nav = SECTIONS.map(
    (name) =>
      `<li class="${pick(random, classes)}"><a href="https://${host}/${slug(name)}/" data-id="${hex(random, 8)}">${name}</a></li>`,
  );
  return {
    host,
    name: `The Sample ${number}`,
    style: times(between(random, 50, 120), rule).join('\n'),
    script: times(between(random, 25, 70), call).join('\n'),
    nav: nav.join('\n'),
    minified: number % 3 === 0,
    classes,
  };
}

/** A page of an outlet, 30 to 80 kB of HTML, whose article is on the topic or not. */
export function makePage(
  random: Random,
  outlet: Outlet,
  onTopic: boolean,
  near: number,
): { url: string; html: string } {
  const title = offTopicSentence(random).replace(/[.“”]/g, '');
  const url = `https://${outlet.host}/2021/06/${between(random, 10, 29)}/${slug(title)}-${between(random, 1e5, 1e6)}.html`;
  const words = between(random, 350, 1100);
  const prose = onTopic ? onTopicArticle(random, words) : offTopicArticle(random, words, near);
  const html = [
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>${title} - ${outlet.name}</title>`,
    head(random, outlet, url, title),
    `<style>${outlet.style}</style><script>${outlet.script}</script></head>`,
    `<body class="${pick(random, outlet.classes)}"><nav><ul>${outlet.nav}</ul></nav>`,
    `<main><article><h1>${title}</h1>${share(random, outlet, url)}${article(random, outlet, prose)}</article>`,
    `<aside>${times(between(random, 20, 60), () => teaser(random, outlet)).join('\n')}</aside></main>`,
    `<footer><ul>${outlet.nav}</ul><p>&copy; 2021 ${outlet.name}. All rights reserved.</p></footer></body></html>`,
  ].join('\n');
  return { url, html: outlet.minified ? html.replaceAll('>\n<', '><') : html };
}

function head(random: Random, outlet: Outlet, url: string, title: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2021-06-21T06:00:00Z',
    image: `https://img.${outlet.host}/${hex(random, 32)}.jpg`,
    publisher: { '@type': 'Organization', name: outlet.name },
  };
  return [
    `<meta property="og:title" content="${title}"><meta property="og:url" content="${url}">`,
    `<meta property="og:site_name" content="${outlet.name}"><link rel="canonical" href="${url}">`,
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
    ...times(between(random, 6, 16), () => {
      return `<link rel="preload" as="script" href="/assets/${hex(random, 20)}.js?a=1&#038;v=${between(random, 1, 99)}">`;
    }),
  ].join('\n');
}

function share(random: Random, outlet: Outlet, url: string): string {
  const links = ['facebook', 'twitter', 'mail', 'whatsapp'].map(
    (name) =>
      `<a class="social-link ${pick(random, outlet.classes)}" href="https://${name}.example/share?u=${encodeURIComponent(url)}&amp;s=1" aria-label="Share on ${name}"><svg viewBox="0 0 24 24"><path d="M${times(12, () => `${between(random, 0, 24)}.${between(random, 0, 99)}`).join(' ')}z"/></svg></a>`,
  );
  return `<div class="social">${links.join('')}</div>`;
}

function article(random: Random, outlet: Outlet, prose: string): string {
  const paragraphs = prose.split('\n\n').map((text, i) => {
    const marked = text.replaceAll('“', '&#8220;').replaceAll('”', '&#8221;').replaceAll('’', '&#8217;');
    const linked = marked.replace(/(\w+ \w+),/, `<a href="https://${outlet.host}/topic/${hex(random, 6)}">$1</a>,`);
    return `${i % 4 === 2 ? figure(random, outlet) : ''}<p class="body-text">${linked}</p>`;
  });
  return paragraphs.join('\n');
}

function figure(random: Random, outlet: Outlet): string {
  const image = (width: number) => `https://img.${outlet.host}/${hex(random, 32)}/${width}.jpg ${width}w`;
  return `<figure class="${pick(random, outlet.classes)}"><img loading="lazy" srcset="${[320, 640, 960].map(image).join(', ')}" alt="${offTopicSentence(random)}"><figcaption>${offTopicSentence(random)} <span>Photo credit: agency</span></figcaption></figure>\n`;
}

function teaser(random: Random, outlet: Outlet): string {
  const title = offTopicSentence(random);
  const to = `https://${outlet.host}/2021/06/${slug(title)}-${between(random, 1e5, 1e6)}.html`;
  return `<div class="${pick(random, outlet.classes)} ${pick(random, outlet.classes)}" data-tracking='{"id":"${hex(random, 24)}","pos":${between(random, 1, 40)}}'>\n<a href="${to}"><img src="https://img.${outlet.host}/${hex(random, 32)}/220.jpg" alt=""></a>\n<h3><a href="${to}">${title}</a></h3>\n<p>${offTopicSentence(random)}</p>\n<span class="${pick(random, outlet.classes)}">${between(random, 1, 23)} hours ago</span>\n</div>`;
}
