/** Names of the features of a place where clauses may part: kept as numbers, and made only where somebody asks for them. */

/** What a feature can say of a place, by number: the numbers join into one key. */
const VALUES: string[] = [];
export const value = (name: string): number => VALUES.push(name) - 1;
/** The value that a feature does not have. */
export const NOTHING = value('');
/** More than there are values. */
export const MOST_VALUES = 128;

/** What a feature is about, by number; the names are those of the model. */
const ABOUTS: string[][] = [];
export const about = (...names: string[]): number => ABOUTS.push(names) - 1;

/** The name of a feature; names are stable. */
export function nameOf(what: number, values: readonly number[]): string {
  return ABOUTS[what]!.map((name, i) => `${name}=${VALUES[values[i]!]!}`).join(' ');
}

/** What a feature that names a word is about. */
export const WORD_ABOUTS = [
  'stem',
  'first',
  'last',
  'at-2',
  'at+0',
  'at+1',
  'at+2',
  'at+3',
  'head',
  'verb before',
  'verb behind',
] as const;
export type WordAbout = (typeof WORD_ABOUTS)[number];

/** Where a concept is heard: before a place, from there to the next, or later. */
export const HEARD = ['heard before', 'heard next', 'heard later'] as const;

/** Takes a feature: what it is about with up to three values; the word it is about; or where a concept is heard, with its number. */
export interface Take {
  values(about: number, a: number, b?: number, c?: number): void;
  word(about: WordAbout, word: string): void;
  heard(side: 0 | 1 | 2, number: number, concept: string): void;
}
