import { describe, expect, it } from 'vitest';
import { isReply, readLabel } from '../../src/detect/replies.ts';
import { viewOf } from './small.ts';

describe('labels at the head of a sentence', () => {
  it.each([
    ['MYTH: everyone is scored.', 'rejects', 1],
    ['Myth 2: everyone is scored.', 'rejects', 2],
    ['Common misconception: everyone is scored.', 'rejects', 2],
    ['False: everyone is scored.', 'rejects', 1],
    ['Myth – everyone is scored.', 'rejects', 1],
    ['FACT: nobody is scored.', 'affirms', 1],
    ['The truth: nobody is scored.', 'affirms', 2],
    ['Reality — nobody is scored.', 'affirms', 1],
    ['Q: everyone is scored?', 'question', 1],
    ['Question: is everyone scored?', 'question', 1],
    ['A: nobody is scored.', 'answer', 1],
    ['HOST: everyone is scored.', 'speaker', 1],
    ['DR LI: everyone is scored.', 'speaker', 2],
    ['Verdict of the court: nobody is scored.', 'affirms', 4],
    ['Beijing: nobody is scored.', 'other', 1],
  ])('%s', (text, kind, end) => {
    expect(readLabel(text, viewOf(text))).toMatchObject({ kind, end });
  });

  it('a speaker is the source of what follows', () => {
    const text = 'DR LI: everyone is scored.';
    expect(readLabel(text, viewOf(text)).attribution).toEqual({ source: 'DR LI', cue: ':' });
  });

  it.each([
    'Everyone is scored.',
    'Everyone in the old town: scored.',
    'Beijing — nobody is scored.',
    'That is a myth; nobody is scored.',
    'MYTH',
  ])('none: %s', (text) => {
    expect(readLabel(text, viewOf(text))).toMatchObject({ kind: null, end: 0, attribution: null });
  });
});

describe('sentences that answer', () => {
  it.each([
    ['False.', 'false', 1],
    ['Not so.', 'false', 2],
    ['That is wrong.', 'false', 3],
    ['But that is not true.', 'false', 5],
    ['No.', 'false', 1],
    ['True.', 'true', 1],
    ['Yes, it is so.', 'true', 4],
    ['That is so.', 'true', 3],
    ['No: it was the town that made the list of debtors and not the state.', 'false', 1],
    ['Wrong, for the list was made by many towns and by no state.', 'false', 1],
    ['That is a myth, and the list of debtors was made by many towns.', 'false', 4],
  ])('%s', (text, says, end) => {
    expect(isReply(viewOf(text), 0)).toMatchObject({ says, end });
  });

  it.each([
    'Everyone is scored.',
    'That is wrong of the town to say.',
    'It is true of many lists in many towns.',
    'Lists are not so bad.',
    'The claim that it is wrong was made.',
  ])('none: %s', (text) => {
    expect(isReply(viewOf(text), 0)).toBeNull();
  });

  it('are read from where a label ends', () => {
    expect(isReply(viewOf('A: No.'), 1)).toMatchObject({ says: 'false', end: 2 });
    expect(isReply(viewOf('A: No.'), 2)).toBeNull();
  });
});
