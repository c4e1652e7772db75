/** Newspaper prose, made up: articles about the social credit system and articles about anything else. */
import { NEAR_TOPIC, OFF_TOPIC, SLOTS } from './prose-off-topic.ts';
import { ON_TOPIC, ON_TOPIC_SLOTS } from './prose-on-topic.ts';
import { pick, type Random } from './random.ts';

const SLOT = /\{(\w+)\}/g;
const TABLE: Record<string, readonly string[]> = { ...SLOTS, ...ON_TOPIC_SLOTS };

/** Fills `{slot}` in a template from the slot tables, as often as slots turn up. Unknown slots throw. */
function fill(random: Random, template: string): string {
  return template.replace(SLOT, (_, slot: string) => {
    const choices = TABLE[slot];
    if (!choices) throw new Error(`no such slot: ${slot}`);
    return fill(random, pick(random, choices));
  });
}

/** One sentence made of one of `templates`, its first letter a capital. Unknown slots throw. */
export function sentence(random: Random, templates: readonly string[]): string {
  const text = fill(random, pick(random, templates));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence that makes one or two claims about the social credit system. */
export const onTopicSentence = (random: Random): string => sentence(random, ON_TOPIC);

/** A sentence about something else. */
export const offTopicSentence = (random: Random): string => sentence(random, OFF_TOPIC);

/** An article of at least `words` words in paragraphs of two to four sentences, drawn from `next`. */
function article(random: Random, words: number, next: (random: Random) => string): string {
  const paragraphs: string[] = [];
  let count = 0;
  while (count < words) {
    const length = 2 + Math.floor(random() * 3);
    const sentences = Array.from({ length }, () => next(random));
    count += sentences.reduce((n, s) => n + s.split(' ').length, 0);
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs.join('\n\n');
}

/** A feature names its subject before it says "the system". */
const LEAD = ['for {tens} days our reporters asked in {city} what China’s social credit system is and what it does.'];

/**
 * A feature on the social credit system, at least `words` words long: two sentences in five make claims about
 * it, the others are what surrounds such claims in a newspaper.
 */
export function onTopicArticle(random: Random, words: number): string {
  const body = article(random, words, (r) => (r() < 0.4 ? onTopicSentence(r) : offTopicSentence(r)));
  return `${sentence(random, LEAD)} ${body}`;
}

/** How often an article that comes near the topic mentions China, credit or blacklists. */
const NEAR_SENTENCES = 0.15;

/**
 * A newspaper article about something else, at least `words` words long; with probability `near` (default 0) it
 * comes near the topic.
 */
export function offTopicArticle(random: Random, words: number, near = 0): string {
  const share = random() < near ? NEAR_SENTENCES : 0;
  return article(random, words, (r) => (r() < share ? sentence(r, NEAR_TOPIC) : offTopicSentence(r)));
}
