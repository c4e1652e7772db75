import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckedClaim, FACETS, type Reason } from '../../src/model.ts';
import {
  attributionWords,
  countWords,
  dateWords,
  reasonSentence,
  turnSentence,
} from '../../src/reporters/sentences.ts';
import { REASON } from './samples.ts';

const CODES = [
  'entailed',
  'clash',
  'silent',
  'partly',
  'local',
  'plan',
  'number',
  'individual',
  'company',
  'unknown',
] as const;

const say = (reason: Partial<Reason>, statement?: string): string => {
  const evidence: CheckedClaim['evidence'] = statement
    ? [{ factId: 'f', locator: 'pilots.1.8', relation: 'entails', statement }]
    : [];
  return reasonSentence({ reason: { ...REASON, factId: 'f', ...reason }, evidence });
};

describe('reasons', () => {
  const statement = 'There is no such score.';
  test.each<[string, string]>([
    [
      say({ code: 'entailed', locator: 'pilots.1.8' }, statement),
      'Agrees with the source: There is no such score (pilots.1.8).',
    ],
    [
      say({ code: 'entailed', facet: 'polarity', claimValue: 'not: a score', locator: 'pilots.1.8' }, statement),
      'Denies “a score”, and so does the source: There is no such score (pilots.1.8).',
    ],
    [
      say({ code: 'clash', facet: 'effect', claimValue: 'everybody has a score', locator: 'pilots.1.8' }, statement),
      'Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8).',
    ],
    [
      say({ code: 'clash', facet: 'quantity', claimValue: 'a dozen', factValue: '47', locator: 'x.1.1' }, 'It has 47.'),
      'Gives “a dozen” where the source has “47”: It has 47 (x.1.1).',
    ],
    [
      say({ code: 'partly', claimValue: 'trains' }),
      'The source bears out a part of this (f), but is silent on “trains”.',
    ],
    [say({ code: 'silent' }), 'The source says nothing on this.'],
    [say({ code: 'silent', claimValue: 'trains' }), 'The source says nothing on “trains”.'],
    [say({ code: 'local' }), 'Speaks of one place or group alone; the source says nothing on it.'],
    [say({ code: 'plan' }), 'States a plan, forecast or possibility that the source does not state.'],
    [say({ code: 'number', claimValue: 'millions' }), 'The source has no figure to hold “millions” against.'],
  ])('%s', (sentence, expected) => expect(sentence).toBe(expected));

  test('every combination of codes and arguments makes one whole sentence', () => {
    const value = fc.option(fc.constantFrom('a score', 'not: a score', '47'));
    const reasons = fc.record<Reason>({
      code: fc.constantFrom(...CODES),
      factId: fc.option(fc.constant('f')),
      facet: fc.option(fc.constantFrom(...FACETS)),
      claimValue: value,
      factValue: fc.option(fc.constantFrom('47', 'none')),
      locator: fc.option(fc.constant('pilots.1.8')),
    });
    fc.assert(
      fc.property(reasons, fc.option(fc.constant(statement)), (reason, fact) => {
        const sentence = say(reason, fact ?? undefined);
        expect(sentence).toMatch(/^[A-Z][^\n]+[^.]\.$/);
        expect(sentence).not.toMatch(/null|undefined|not: | {2}/);
      }),
    );
  });
});

test('counts, dates, attributions and changes in words', () => {
  expect(countWords({ supported: 2, contradicted: 0, unverified: 1 })).toBe('3 claims: 1 unverified, 2 supported');
  expect(countWords({ supported: 0, contradicted: 0, unverified: 0 })).toBe('no claims');
  expect([dateWords('2022-05-08'), dateWords('2022')]).toEqual(['8 May 2022', '2022']);
  expect(attributionWords({ source: 'critics', cue: 'say' })).toBe('attributed to critics (“say”)');
  expect(turnSentence({ to: 'supported', change: '“all” is left out' })).toBe('If “all” is left out, it is supported:');
});
