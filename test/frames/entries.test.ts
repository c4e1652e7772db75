/** Every entry of the frames' lexicon has examples, and they hold: by its signs, and in the codes. */
import { describe, expect, it } from 'vitest';
import { findDrafts } from '../../src/detect/claims.ts';
import { claimsFolder } from '../../src/facts/load.ts';
import { readFrames } from '../../src/frames/read.ts';
import { hear, signsIn } from '../../src/frames/signs.ts';
import { articleOf, base, frames, shown } from './base.ts';

const { entries } = readFrames(claimsFolder());
const shows = entries.filter(({ frame, kind }) => frame !== null && kind !== 'guard' && kind !== 'hint');

/** The stances in which an entry's own signs stand in a text. */
function stancesOf(text: string, id: string): string[] {
  const { views, drafts } = findDrafts(articleOf(text), base.concepts);
  const heard = hear(text, views, drafts, frames);
  return heard
    .flatMap((_, i) => signsIn(heard, i, frames))
    .flatMap(({ sign, stance }) => (sign.id === id ? [stance] : []));
}

describe.each(shows.map((entry) => [entry.id, entry] as const))('%s', (id, { frame, examples }) => {
  const { match, rejected, not } = examples;
  it.each(match)('is shown by: %s', (text) => {
    expect(stancesOf(text, id).at(-1)).toBe('advanced');
    expect(shown(text)).toContain(frame);
  });
  it.each(rejected)('is rejected in: %s', (text) => {
    expect(stancesOf(text, id).at(-1)).toBe('rejected');
    expect(shown(text)).toContain(`${frame}-`);
  });
  it.each(not)('is not shown by: %s', (text) => {
    expect(stancesOf(text, id)).toEqual([]);
    expect(shown(text).map((code) => code.replace('-', ''))).not.toContain(frame);
  });
});

it('the lexicon covers every frame', () => {
  expect(new Set(shows.map(({ frame }) => frame)).size).toBe(14);
});
