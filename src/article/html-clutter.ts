/** Tells by its marks what an element is for, where that is not the story. */
import { ASIDE_ROLES, ASIDES } from './html-tags.ts';
import { type DomNode, mark } from './html-tree.ts';

/**
 * What an element is: `aside` stands beside the story, `comments` are readers' words, however long, `short` is an
 * aside only while it is short or made of links, `stated` says who wrote it and when.
 */
export type Clutter = 'aside' | 'comments' | 'short' | 'stated';

/** Longest class or id looked at, in characters, and most classes of one element. */
const LONGEST = 60;
const MOST = 12;
/** Most different marks looked at; pages have some hundred, and past so many they mean nothing. */
const MOST_KNOWN = 5000;

// Words as sites name their boxes, between dashes. A word is listed when it names a box in several site systems and no
// part of a story in any that was looked at. `credit` and `social` alone do not: they are what this program reads of.
const word = (list: string): RegExp => new RegExp(`(?:^|-)(?:${list})(?:-|$)`);
const COMMENTS = word(
  'comments|comment-?list|comment-?section|comment-?thread|disqus|livefyre|respond|reader-?comments',
);
const ASIDE = word(
  'share|sharing|share-?(?:bar|box|tools|buttons|links)|addthis|addtoany|sharethis|sharedaddy|social-?(?:media|share|' +
    'links|icons|buttons|bar|nav|follow|tools|list)|follow-us|newsletters?|sign-?up|related|related-?(?:posts|articles|' +
    'stories|content|links)|relatedposts|recommended|recommendations?|recirc|recirculation|read-?next|up-?next|' +
    'more-(?:from|on|stories|news|in|like)|most-?(?:read|popular|viewed|shared)|trending|sponsored|advert|adverts|' +
    'advertisement|advertising|ads|adsbygoogle|adsense|outbrain|taboola|breadcrumbs?|pagination|pagenavi|sidebar|' +
    'cookies?|consent|gdpr|tag-?(?:list|links|cloud)|taglist|author-?(?:bio|box|card|profile|description)|' +
    'about-?(?:the-?)?author|captions?|wp-caption-text|figcaption|(?:photo|image|img|media|picture)-?credits?|' +
    'sr-only|visually-?hidden|screen-?reader|screen-?reader-text|skip-?(?:link|to-content)|print-?only|noprint|' +
    'edit-?(?:link|section)|editsection|infobox|navbox|catlinks|hatnote|reflist|site-?(?:header|footer|nav)|main-?menu|' +
    'nav-?(?:bar|links|menu)|post-?navigation|prev-?next|footer|masthead|video-?(?:player|playlist)|carousel|slider',
);
const SHORT = word(
  'read-?more|tools|toolbar|bio|promo|promos|promoted|subscribe|subscription|popular|tags|keywords|topics|comment|' +
    'sponsor|credits?|source-?line|social|widget|teaser|print|email|alert|banner|donate|donation|cta|call-to-action|' +
    'rating|ratings|votes?|copyright|licen[cs]e|rights|correction-?link|jump-?(?:link|nav)|toc|table-of-contents',
);
const STATED = word(
  'byline|by-line|author|authors|author-?(?:name|info|line)|contributors?|dateline|date|datetime|timestamp|time|' +
    '(?:post|posted|pub|publish|published|publication|entry|article|story)-?(?:date|time|on|by)|published|posted|' +
    '(?:post|entry|article|story|content|item|page)-?(?:meta|info|details)|meta|metadata|read(?:ing)?-?time|' +
    'updated|last-?(?:updated|modified)',
);

/** Properties of what a page states of itself. */
const STATES = /^(?:author|datePublished|dateModified|publisher)$/;

/** Classes that say which story it is or what else is on the page, not what the element is. */
const ABOUT = /^(?:tag|category|cat|has|no|not|with|without|is|hide|show|topic|type|format|keyword|status)-/;

/** Says what an element is by its name, role, class and id, or null: story, or nothing known. */
export type ClutterReader = (element: DomNode) => Clutter | null;

/** A reader for one page; it remembers the marks it has met. */
export function clutterReader(): ClutterReader {
  const known = new Map<string, Clutter | null>();
  return (element) => {
    const name = element.localName ?? '';
    if (ASIDES.has(name) || ASIDE_ROLES.has(mark(element, 'role'))) return 'aside';
    if (name === 'time' || STATES.test(mark(element, 'itemprop')) || mark(element, 'rel') === 'author') return 'stated';
    const classes = mark(element, 'class');
    const id = mark(element, 'id');
    if (classes === '' && id === '') return null;
    const key = `${classes}#${id}`;
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= MOST_KNOWN) return null;
      found = byWords(classes, id);
      known.set(key, found);
    }
    return found;
  };
}

function byWords(classes: string, id: string): Clutter | null {
  let found: Clutter | null = null;
  for (const token of classes.trim().split(/\s+/, MOST)) {
    const name = spelled(token);
    if (ABOUT.test(name) && !/^tag-?(?:list|links|cloud)/.test(name)) continue;
    if (COMMENTS.test(name)) return 'comments';
    if (ASIDE.test(name)) found = 'aside';
    else if (found !== 'aside' && SHORT.test(name)) found = 'short';
    else if (found === null && STATED.test(name)) found = 'stated';
  }
  // An id may be the words of a headline, so only one of one or two words counts.
  const name = spelled(id);
  if (found !== null || name.split('-').length > 2) return found;
  if (COMMENTS.test(name)) return 'comments';
  return ASIDE.test(name) ? 'aside' : null;
}

/** A class in lower case with dashes between its words. */
function spelled(token: string): string {
  return token
    .slice(0, LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
