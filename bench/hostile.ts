/** Long texts of one kind each: what a linear program must not stumble over. */
import { onTopicSentence } from './prose.ts';
import { seeded } from './random.ts';

const MEGABYTE = 1e6;

/** Names of the kinds, each with a maker of a text of `size` characters that is the same for the same size. */
export const HOSTILE: Record<string, (size: number) => string> = {
  'one paragraph of on-topic sentences': (size) => cut(sentences(' '), size),
  'one on-topic sentence, no full stop': (size) => cut(sentences(', and ').replaceAll(/[.?!]/g, ''), size),
  'no punctuation at all': (size) => cut(sentences(' ').replaceAll(/[^\p{L}\d\s]/gu, ''), size),
  'no white space': (size) => `Social credit ${cut(sentences('').replaceAll(/\s/g, ''), size)}`,
  dots: (size) => onTopic('.', size),
  dashes: (size) => onTopic('-', size),
  digits: (size) => onTopic('7', size),
  '“Mr. ”': (size) => onTopic('Mr. ', size),
  '“social credit ”': (size) => cut('social credit ', size),
  '“not ”': (size) => onTopic('not ', size),
  'opening quotes': (size) => onTopic('“', size),
  brackets: (size) => onTopic('(', size),
  'line breaks': (size) => onTopic('\n', size),
  emoji: (size) => onTopic('😀', size),
};

/** A repeated string between two claims, so that no gate lets the text pass unread. */
function onTopic(unit: string, size: number): string {
  const claim = 'The social credit system gives every citizen in China a score.';
  return `${claim} ${cut(unit, size)} ${claim}`;
}

/** A quarter of a megabyte of sentences about the topic, joined by `joint`. */
function sentences(joint: string): string {
  const random = seeded(4);
  const all: string[] = [];
  for (let size = 0; size < MEGABYTE / 4; size += all.at(-1)!.length) all.push(onTopicSentence(random));
  return all.join(joint) + joint;
}

/** `unit` repeated and cut to `size` UTF-16 units; characters are left whole. */
function cut(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size - (size % 2));
}
