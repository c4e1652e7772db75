import { beforeAll, describe, expect, it } from 'vitest';
import { type Explanation, explainClaim } from '../src/explain.ts';
import type { FactBase } from '../src/facts/compile.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { claimArticle, judgeText } from '../src/judge-text.ts';
import { baseOf, entry } from './match/small.ts';

const ferry = baseOf([
  entry('ferry-free', [{ id: 'charged', needs: ['ferry', 'fee'], means: 'clashes', facet: 'effect' }]),
  entry('ferry-open', [{ id: 'boards', needs: ['ferry', 'board'], means: 'agrees' }]),
  entry('ferry-fleet', [
    { id: 'boats', needs: ['ferry', 'boat'], means: 'agrees', quantity: { value: 28, op: 'exact' } },
  ]),
  entry('ferry-everywhere', [{ id: 'towns', needs: ['passenger', 'opened'], means: 'clashes', scope: 'national' }]),
]);
const step = ({ steps }: Explanation, stage: string): string | undefined => steps.find((s) => s.stage === stage)?.text;

describe('the steps', () => {
  it('tell what was read, what it was held against, and the label', async () => {
    const explanation = await explainClaim('Critics say it is a myth that the ferry takes a fee in Riverton.', ferry);
    expect(explanation.result).toMatchObject({ label: 'supported', rejected: true });
    expect(explanation.steps.map((s) => s.stage)).toEqual([
      'claim',
      'attribution',
      'rejection',
      'facets',
      'modality',
      'place',
      'match',
      'label',
    ]);
    expect(step(explanation, 'claim')).toContain('the ferry takes a fee in Riverton');
    expect(step(explanation, 'attribution')).toBe('Critics (say)');
    expect(step(explanation, 'facets')).toBe('topic: the ferry; effect: a charge');
    expect(step(explanation, 'match')).toBe('ferry-free (charged): entails, resting on 2 parts of the claim');
    expect(step(explanation, 'label')).toBe('supported');
  });

  it('tell of negation, of plans, of silence and of what stands open', async () => {
    expect(step(await explainClaim('The ferry takes no fee.', ferry), 'negation')).toContain('1 word');
    expect(step(await explainClaim('The ferry will sink.', ferry), 'modality')).toBe('said to be planned');
    expect(step(await explainClaim('The ferry may sink.', ferry), 'modality')).toBe('said to be possible');
    expect(step(await explainClaim('The bridge is old.', ferry), 'match')).toBe('no fact speaks of this');
    expect(step(await explainClaim('Dogs board the ferry.', ferry), 'coverage')).toBe('no fact speaks of “Dogs”');
  });

  it('say that in an article it would be passed over', async () => {
    const thresholds = { ...ferry.scorer.thresholds, worth: 50 };
    const picky = { ...ferry, scorer: { ...ferry.scorer, thresholds } };
    expect(step(await explainClaim('The ferry takes a fee.', ferry), 'claim')).toContain('worth checking');
    expect(step(await explainClaim('The ferry takes a fee.', picky), 'claim')).toContain('passed over as no claim');
  });

  it.each(['', '…', 'Scored', 'Does the ferry take a fee?'])(
    'there are none where there is no claim: %j',
    async (text) => {
      expect(await explainClaim(text, ferry)).toEqual({ result: null, steps: [], nearest: [], turn: null });
    },
  );

  it('of several claims the first that a fact decides is explained', async () => {
    const { result } = await explainClaim('The bridge is old. The ferry takes a fee.', ferry);
    expect(result!.text).toBe('The ferry takes a fee');
  });
});

describe('the nearest facts', () => {
  it('those that decide first, then those near, each once, at most three', async () => {
    const { nearest } = await explainClaim('Passengers pay a fee to board the ferry and its boats.', ferry);
    expect(nearest.map(({ fact }) => fact.id).slice(0, 2)).toEqual(['ferry-free', 'ferry-open']);
    expect(nearest.length).toBe(3);
    expect(new Set(nearest.map(({ fact }) => fact.id)).size).toBe(3);
    for (const { fact, match } of nearest) expect(match.factId).toBe(fact.id);
  });
});

describe('what would turn the label', () => {
  it.each([
    ['The ferry takes a fee.', 'contradicted', 'supported', 'the claim is denied'],
    ['The ferry has nine boats.', 'contradicted', 'supported', '“nine” becomes “28”'],
    ['Dogs board the ferry.', 'unverified', 'supported', '“Dogs” is left out'],
  ])('%s', async (text, label, to, change) => {
    const { result, turn } = await explainClaim(text, ferry);
    expect(result!.label).toBe(label);
    expect(turn).toMatchObject({ to, change });
    expect(judgeText(turn!.rewording, ferry)!.claim.label).toBe(to);
  });

  it('nothing turns what no fact speaks of', async () => {
    expect((await explainClaim('The bridge is old.', ferry)).turn).toBeNull();
  });

  let real: FactBase;
  beforeAll(async () => {
    real = await loadFactBase();
  });

  it.each([
    'Every Chinese citizen has a social credit score.',
    'There is no national social credit score in China.',
    'China has one nationwide social credit score for all citizens.',
    'Social credit is run by a single agency.',
    'Blacklisted debtors in China cannot board planes.',
    'In Rongcheng every citizen has a social credit score.',
  ])('checked anew, the rewording gets the label that was promised: %s', async (text) => {
    const { result, turn } = await explainClaim(text, real);
    expect(result).not.toBeNull();
    if (turn === null) return;
    expect(turn.to).not.toBe(result!.label);
    expect(turn.rewording).not.toBe(text);
    expect(judgeText(turn.rewording, real)!.claim.label).toBe(turn.to);
  });

  it('there is one for a claim about a national score', async () => {
    for (const text of [
      'Every Chinese citizen has a social credit score.',
      'China has no national social credit score.',
    ])
      expect((await explainClaim(text, real)).turn, text).not.toBeNull();
  });
});

describe('judgeText', () => {
  it('takes the topic for granted and points into the text', () => {
    const { claim, candidate } = judgeText('Critics say the ferry takes a fee.', ferry)!;
    expect(claim).toMatchObject({ label: 'contradicted', text: 'the ferry takes a fee', start: 12 });
    expect(candidate.matches).toHaveLength(1);
  });

  it('is null without a clause', () => {
    expect(judgeText('…', ferry)).toBeNull();
  });

  it('the article of a claim is its text', () => {
    expect(claimArticle('x')).toMatchObject({ text: 'x', blocks: [], origin: null });
  });
});
