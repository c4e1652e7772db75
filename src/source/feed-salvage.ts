/** Feeds that are broken, long or hostile: what can be had of them in one pass. */
import { push } from './feed-links.ts';
import { absolute, type Listing, linkCollector, nameOf } from './listing-link.ts';
import { readXml } from './sitemap-xml.ts';

const ITEMS = new Set(['item', 'entry']);
/** Elements that are read, in a feed's head and in its items. */
const FIELDS: Record<string, 'title' | 'link' | 'guid' | 'date' | 'language' | 'source'> = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  id: 'guid',
  pubdate: 'date',
  published: 'date',
  date: 'date',
  language: 'language',
  source: 'source',
};

/** What is known of a feed or an item, as it says it. */
type Said = Partial<Record<(typeof FIELDS)[string] | 'permalink', string>>;

/** Deepest element of a feed's head that counts: `rss > channel > title`. */
const HEAD_DEPTH = 3;

/**
 * The links of the items of a feed in XML, up to where it breaks off. An item that is not closed counts when the next
 * one begins.
 */
export function salvageFeed(xml: string, base: string | null): Listing {
  const collector = linkCollector(base);
  const head: Said = {};
  let item: Said | null = null;
  /** Length of the path to the item. */
  let level = 0;
  let more = true;

  /** The fields that an element at `path` fills in. */
  const fieldsAt = (path: readonly string[]): Said | null => {
    if (item !== null) return path.length === level + 1 ? item : null;
    return path.length <= HEAD_DEPTH ? head : null;
  };
  const finish = (): void => {
    if (item === null) return;
    const guid = item.permalink === 'false' ? null : absolute(item.guid ?? '', null);
    const { title, date, language = head.language, source = head.title } = item;
    more = push(collector, item.link ?? guid, base === null ? head.link : null, {
      title,
      date,
      language,
      outlet: source,
    });
    item = null;
  };

  readXml(xml, {
    open(path, attributes) {
      const name = path.at(-1)!;
      if (ITEMS.has(name)) {
        finish();
        item = {};
        level = path.length;
        return;
      }
      const fields = fieldsAt(path);
      if (fields === null) return;
      if (name === 'link' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate') {
        fields.link ??= attributes.href;
      }
      if (name === 'guid') fields.permalink = attributes.isPermaLink ?? 'true';
    },
    close(path, text) {
      const field = FIELDS[path.at(-1)!];
      if (item !== null && path.length <= level) finish();
      else if (field !== undefined && text.trim() !== '') {
        const fields = fieldsAt(path);
        if (fields !== null) fields[field] ??= text;
      }
      return more;
    },
  });
  finish();
  return collector.listing('feed', nameOf(head.title));
}
