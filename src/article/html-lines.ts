/** Lines that stand among a story's paragraphs and are none of it. */
import type { PageBlock } from './html-blocks.ts';

/** A line is short; a sentence that begins like one and goes on is text. In characters. */
const LONGEST = 200;
/** Bylines, dates and credits are shorter still. */
const LONGEST_STATED = 120;
/** Share of a block's characters in links from which on the block is a link and nothing more. */
const ALL_LINK = 0.9;
/** The same for a short line that does not end as a sentence does. */
const MOSTLY_LINK = 0.75;
const ENDED = /[.!?:;…。！？]["'”’»)\]]{0,2}$/;
/** Longest label, in characters. */
const LONGEST_LABEL = 40;
/** Share in bylines and dates from which on it is one; "By" and "Updated" stand outside. */
const ALL_STATED = 0.6;

/** Lines that point elsewhere; they carry other articles' headlines, which are not claims of this one. */
const POINTERS =
  /^[\s►▶→•*[(]{0,3}(?:(?:related|recommended|suggested)(?: (?:stories|articles?|coverage|topics|content|links|posts|reading|news|video))?|(?:also )?read(?: more| also| next| the full (?:story|article|report)|ing list)?|see (?:also|more)|watch(?: more| now| live| this)?|listen(?: now)?|more (?:on this|from|stories|news|like this|about this|in)|don['’]t miss|you (?:may|might) (?:also )?like|what to read next|top stories|trending(?: now)?|editors?['’]s? picks?|most (?:read|popular)|popular (?:now|stories|posts)|advertisement|advertising|sponsored(?: content)?|story continues(?: below)?.{0,30}|article continues.{0,40}|continue reading.{0,40}|share(?: this.{0,30}| on .{0,20})?|follow us.{0,60}|sign up|subscribe(?: now)?|newsletter|download (?:our|the) app|get the app|scroll (?:down )?(?:for|to).{0,40}|click here.{0,60}|video|photos?|gallery|loading|text size|image caption|media caption|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leia também|leggi anche|lees ook)(?:$|\s{0,3}[:|–—-](?!\w))/i;
/** Lines that ask, warn or claim rights. */
const NOTICES =
  /^(?:(?:©|\(c\)|copyright)[\s©]{0,3}(?:\(c\)\s?)?(?:\d{4}|[A-Z])|the post .{1,150} (?:appeared first|first appeared) on |(?:additional )?(?:reporting|writing|editing) by .{0,150}(?:editing|reporting|writing) by |all rights reserved|please (?:enable|turn on|activate) javascript|(?:you need|this .{0,30} requires) .{0,20}javascript|javascript (?:is|must)|we use cookies|this (?:site|website) uses cookies|by (?:signing up|subscribing|continuing)|sign up (?:for|to) (?:our|the|get|receive)|subscribe (?:to|for) (?:our|the|this)|(?:already|not) a (?:subscriber|member)|get .{0,40}(?:in your|to your|newsletter|inbox)|enter your e-?mail|thank you for (?:signing|subscribing)|your e-?mail address|leave a (?:comment|reply)|(?:post|add|write) a comment|view (?:all )?comments|\d{1,5} comments?$|comments (?:are closed|\(\d)|no comments|be the first to|join the (?:conversation|discussion)|log in to|support (?:our|independent) journalism|follow .{0,40} on (?:twitter|facebook|instagram|x)\b|like us on|share (?:via|on)|e-?mail this|print this|this (?:article|story|post) (?:was|has been) (?:originally |first )?(?:published|posted|appeared) (?:on|in|by|at)|tags?\s{0,2}:|topics?\s{0,2}:|filed under|posted in:|categor(?:y|ies)\s{0,2}:|read (?:the )?original)/i;
/** Who took a picture, as it stands below it. */
const CREDITS =
  /^[([]?\s{0,2}(?:(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|video|credit|courtesy|source)s?\s{0,2}(?:(?:credit|courtesy|by|from|of|source)\s{0,2}){0,2}[:/]|(?:photo(?:graph)?s?|illustrations?|images?|pictures?|graphics?|courtesy) (?:by|of|from|courtesy)\s|(?:file (?:photo|picture)|handout|stock image)\b)|^.{0,60}(?:\/ ?(?:getty images|reuters|ap|afp|epa)|(?:getty images|shutterstock|istock(?:photo)?|unsplash|alamy)[)\]]?)$/i;
const BYLINE =
  /^(?:(?:written |posted |reported |story )?by\s{1,3}:?\s{0,2}\p{Lu}|(?:submitted|written|created|posted|reported|edited|contributed) by\b|author\s?:|posted (?:on|by|at)|published(?:\s|:)|updated(?:\s|:)|last (?:updated|modified)|first published|reporting by|\d{1,2} min(?:ute)?s? read|\d{1,2} ?(?:min|hour|day)s? ago)/iu;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
/** Nothing but a date, with weekday and hour perhaps. */
const DATE = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\\s)?(?:${MONTH}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}\\.?,?\\s\\d{4}|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})(?:.{0,30}\\d{1,2}[:.h]\\d{2}.{0,25})?$`,
  'i',
);

type Line = Pick<PageBlock, 'kind' | 'text' | 'length' | 'linked'>;

/** Whether the block is a pointer, a notice, a credit, a link or a list of links: no part of a story wherever it stands. */
export function isForeign(block: Line): boolean {
  const { kind, text } = block;
  if (isLinks(block)) return true;
  if (text.length > LONGEST) return false;
  if (POINTERS.test(text) || NOTICES.test(text)) return true;
  return kind !== 'heading' && text.length <= LONGEST_STATED && !isSentence(text) && CREDITS.test(text);
}

/** "Photos of dodgers hang in the station." and "Published figures show no score." are text. */
const isSentence = (text: string): boolean => /[^.][.!?]["'”’]?$/.test(text) && !/[ap]\.m\.$/.test(text);

/** Bars and dots between the links of a short line are no text. */
function isLinks({ text, length, linked }: Line): boolean {
  return linked >= length * (text.length <= LONGEST_STATED && !ENDED.test(text) ? MOSTLY_LINK : ALL_LINK);
}

/** Whether the block is a label: short, and no sentence. Sections, counters and names of rubrics stand around stories. */
export function isLabel({ kind, text, length }: PageBlock): boolean {
  return (kind === 'paragraph' || kind === 'cell') && length < LONGEST_LABEL && !ENDED.test(text);
}

/** Whether the block says who wrote the story or when; such lines stand before it or after it. */
export function isStated({ kind, text, length, stated }: PageBlock): boolean {
  if (text.length > LONGEST_STATED) return false;
  if (kind === 'heading') return DATE.test(text);
  return stated >= length * ALL_STATED || (!isSentence(text) && BYLINE.test(text)) || DATE.test(text);
}

/** Headings after which a page goes on with something else. */
const CLOSING =
  /^(?:(?:\d{1,5} )?(?:comments?|replies|responses|thoughts on .{0,200})(?: \(\d{1,5}\))?|leave a (?:comment|reply).{0,40}|join the (?:conversation|discussion)|related(?: (?:stories|articles?|content|coverage|posts|topics|links|news|reading|videos?))?|more (?:from|stories|news|reading|on this|in this)\b.{0,60}|about the authors?|about the writers?|share this.{0,30}|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|recommended(?: (?:for you|stories|articles|reading|posts))?|most (?:read|popular).{0,20}|read (?:more|next)|what to read next|latest (?:news|stories|posts)|also in (?:the )?news|in other news|elsewhere on .{0,30}|the latest(?: on .{0,30})?|trending(?: now)?|top stories|popular posts|newsletter|subscribe.{0,40}|sign up.{0,60}|follow us.{0,30})\s{0,2}[:.]?$/i;
/** Share of a story that must stand before a closing heading; a section may be called "Comments" too. */
const MOSTLY_DONE = 0.6;

/** The story without what stands after a closing heading near its end. */
export function cutTail(blocks: readonly PageBlock[]): PageBlock[] {
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  let before = 0;
  for (const [index, { kind, text, length }] of blocks.entries()) {
    const isClosing = kind === 'heading' || text.length < 40;
    if (isClosing && before >= total * MOSTLY_DONE && text.length <= LONGEST && CLOSING.test(text)) {
      return blocks.slice(0, index);
    }
    before += length;
  }
  return [...blocks];
}
