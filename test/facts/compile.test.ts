import { describe, expect, it } from 'vitest';
import { FactBaseError } from '../../src/errors.ts';
import { baseOf, entry } from '../match/small.ts';

describe('compileFactBase', () => {
  it('keeps the facts in order and numbers the readings through', () => {
    const base = baseOf([
      entry('a', [
        { needs: ['ferry'], means: 'agrees' },
        { needs: ['fee'], means: 'clashes' },
      ]),
      entry('b', []),
      entry('c', [{ needs: ['fee', 'ferry'], means: 'agrees' }]),
    ]);
    expect(base.facts.map((f) => f.id)).toEqual(['a', 'b', 'c']);
    const readings = new Set([...base.byConcept.values()].flat());
    expect([...readings].map((r) => [r.fact, r.order]).sort()).toEqual([
      [0, 0],
      [0, 1],
      [2, 2],
    ]);
  });

  it('finds a reading by any concept of the rarest thing it asks of the clause itself', () => {
    const base = baseOf([
      entry('a', [
        { id: 'one', needs: ['ferry', 'fee|boat'], means: 'agrees' },
        { id: 'two', needs: ['dog', 'ferry*'], means: 'agrees' },
        { id: 'three', needs: ['ferry', 'dog'], means: 'agrees' },
      ]),
    ]);
    const ids = (concept: string) => base.byConcept.get(concept)?.map((r) => r.id) ?? [];
    expect([ids('fee'), ids('boat'), ids('ferry'), ids('dog')]).toEqual([['one'], ['one'], [], ['two', 'three']]);
  });

  it('gives the readings of each fact, in their order', () => {
    const base = baseOf([
      entry('a', [
        { id: 'one', needs: ['ferry'], means: 'agrees' },
        { id: 'two', needs: ['fee|boat'], means: 'clashes' },
      ]),
      entry('b', []),
      entry('c', [{ id: 'three', needs: ['ferry'], means: 'agrees' }]),
    ]);
    const ids = (fact: string) => base.readingsOf.get(fact)?.map((r) => r.id) ?? [];
    expect([ids('a'), ids('b'), ids('c'), ids('d')]).toEqual([['one', 'two'], [], ['three'], []]);
    expect(base.readingsOf.get('a')?.[1]).toBe(base.byConcept.get('fee')?.[0]);
  });

  it('is as of the latest date of its facts', () => {
    expect(baseOf([entry('a', [], { asOf: '2001-01-01' }), entry('b', [], { asOf: '2002-01-01' })]).asOf).toBe(
      '2002-01-01',
    );
    expect(baseOf([]).asOf).toBe('');
  });

  it.each([
    [{ needs: ['ferry', 'ghost'] }, 'no concept "ghost"'],
    [{ needs: ['ferry'], unless: ['ghost^'] }, 'no concept "ghost"'],
    [{ needs: ['ferry^', 'fee*'] }, 'asks for nothing in the clause'],
  ])('names the fact, the reading and the place of %j', (rest, message) => {
    const entries = [entry('a', [{ id: 'one', means: 'agrees', ...rest }], { place: { file: 'f.yml', line: 7 } })];
    let thrown: unknown;
    try {
      baseOf(entries);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FactBaseError);
    const { message: said, place, hint } = thrown as FactBaseError;
    expect(said).toBe(`fact "a", reading "one"${message.startsWith('no') ? ':' : ''} ${message}`);
    expect(place).toEqual({ file: 'f.yml', line: 7 });
    expect(hint).not.toBeNull();
  });
});
