import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../src/detect/clauses.ts';
import { cutHits } from '../../src/detect/cut-sides.ts';
import { type CutPlace, partsAt } from '../../src/detect/cuts.ts';
import { findConcepts } from '../../src/detect/find-concepts.ts';
import { tokenize } from '../../src/detect/tokens.ts';
import { finiteVerbs } from '../../src/detect/verbs.ts';
import { loadFactBase } from '../../src/facts/load.ts';

const { concepts } = await loadFactBase();

/** Follows grammar alone. */
const byRules = (place: CutPlace): boolean => place.rule;

/** The clauses of a sentence, as the text has them; without `decide`, as the trained cuts part them. */
function clauses(text: string, decide?: (place: CutPlace) => boolean): string[] {
  const tokens = tokenize(text);
  const heard = cutHits(findConcepts(tokens, concepts), concepts);
  const ranges = splitClauses(tokens, 0, tokens.length, heard, decide);
  return ranges.map(({ start, end }) => text.slice(tokens[start]!.start, tokens[end - 1]!.end));
}

/** The sentence with ` | ` where grammar alone cuts it; its final mark is left out. */
const cut = (text: string): string => clauses(text, byRules).join(' | ');

describe('finite verbs', () => {
  const verbs = (text: string): string[] => {
    const tokens = tokenize(text);
    return finiteVerbs(tokens).flatMap((finite, i) => (finite ? [tokens[i]!.norm] : []));
  };
  it.each([
    ['The system covers everyone.', ['covers']],
    ['Courts keep lists.', ['keep']],
    ['It has been praised.', ['has']],
    ['They cannot fly.', ['can']],
    ["It's a list.", ["'s"]],
    ["China's list of names", []],
    ['Blacklisted firms pay.', []],
    ['to have a score', []],
    ['The plan was dropped.', ['was']],
    ['Nobody is scored, and nobody was ranked.', ['is', 'was']],
    ['Beijing built lists and published them.', ['built', 'published']],
  ])('%s', (text, expected) => {
    expect(verbs(text)).toEqual(expected);
  });
});

describe('by grammar alone, clauses that could be true separately are parted', () => {
  it.each([
    'The system covers 1.4 billion people | and is run by one agency',
    'Local courts list debtors | but there is no national score',
    'Beijing built lists | and published them',
    'The system has a score | and ranks everyone',
    'The scheme began in 2014 | and has spread since',
    'He bought a house | and she was listed',
  ])('at a coordinator: %s', (expected) => {
    expect(cut(`${expected.replaceAll(' | ', ' ')}.`)).toBe(expected);
  });

  it.each([
    ['Courts keep lists; cities have pilots.', 'Courts keep lists | cities have pilots'],
    ['Lists exist – nobody is scored.', 'Lists exist | nobody is scored'],
    ['Lists exist — nobody is scored.', 'Lists exist | nobody is scored'],
    ['China has no score: it has lists.', 'China has no score | it has lists'],
    ['The system is fragmented, it has no score.', 'The system is fragmented | it has no score'],
    ['Nobody is scored, nobody is ranked.', 'Nobody is scored | nobody is ranked'],
    [
      'Debtors lose flights, their children lose school places.',
      'Debtors lose flights | their children lose school places',
    ],
    ['Although lists exist, there is no score.', 'Although lists exist | there is no score'],
    ['The lists exist, although no score does.', 'The lists exist | although no score does'],
    ['The lists are local, while the rules are national.', 'The lists are local | while the rules are national'],
  ])('at a mark or a contrast: %s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it.each([
    [
      'Critics say that everyone is scored and that the score decides who may fly.',
      'Critics say that everyone is scored | and that the score decides who may fly',
    ],
    [
      'It found that lists are public, that courts keep them, and that nobody is scored.',
      'It found that lists are public | that courts keep them | and that nobody is scored',
    ],
    ['He says lists exist and denies that a score does.', 'He says lists exist | and denies that a score does'],
    [
      'She says debtors are listed, warns that firms are too.',
      'She says debtors are listed | warns that firms are too',
    ],
  ])('in what somebody says: %s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });
});

describe('by grammar alone, what belongs together stays whole', () => {
  it.each([
    ['a list', 'It covers finance, food safety and the environment'],
    ['a list of subjects', 'The rules, the lists and the pilots are local'],
    ['a list of two', 'Firms and people are listed'],
    ['both … and', 'Both Shanghai and Ningbo have pilots'],
    ['not only … but also', 'Not only firms but also people are listed'],
    ['not … but', 'It is not a score but a list'],
    ['a list of things closed', 'Blacklisted people may not book flights and hotels'],
    ['a condition', 'If you jaywalk, you lose points'],
    ['a condition behind', 'You lose points when you jaywalk'],
    ['a reason', 'There is no score, because no law provides one'],
    ['a relative clause', 'The government, which keeps the lists, denies it'],
    ['an indirect question', 'They know how it works and who keeps it'],
    ['the subject of a that-clause', 'The idea that firms and people are listed is old'],
    ['alternatives', 'The firm was fined or closed'],
    ['an aside', 'The list, she noted, is public'],
  ])('%s: %s', (_, text) => {
    expect(clauses(`${text}.`, byRules)).toEqual([text]);
  });
});

describe('the trained cuts, in sentences as newspapers write them', () => {
  it.each([
    'Local courts publish lists of debtors who refuse to pay, | but there is no national score for individual citizens',
    'The central bank keeps financial records on hundreds of millions of borrowers, | while city governments keep their own lists of companies that broke the rules',
    'Researchers at the university found that most pilots had been abandoned by 2022 | and that only a handful still assign points to residents',
    'Although the state council published a plan in 2014, | no single law governs the system; | a draft has been under discussion since 2022',
    'The blacklist was set up in 2013 by the highest court in the land; | it had more than eight million names by the end of last year',
    'Western newspapers described a score for every citizen, | but officials in Beijing have never built such a thing, | and the pilots that came closest were voluntary',
  ])('part %s', (marked) => {
    const expected = marked.split(' | ').map((clause) => clause.replace(/[,;]$/, ''));
    expect(clauses(`${marked.replaceAll(' | ', ' ')}.`)).toEqual(expected);
  });

  it.each([
    'People who lose a lawsuit and refuse to pay what they owe cannot buy plane tickets until the debt has been settled',
    'The plan covers government bodies, companies, social organisations and courts across the whole country',
    'Many cities dropped their pilots after the central government told them that points must not be tied to penalties',
    'The rules on food safety, work safety and the environment were written by separate ministries',
    'A court may put the name of a debtor on the list when the debtor hides money from the people who are owed it',
  ])('leave whole: %s', (text) => {
    expect(clauses(`${text}.`)).toEqual([text]);
  });

  it.fails('do not yet leave whole three verbs of one "that"', () => {
    const text =
      'Companies that pollute rivers, sell unsafe food or fail to pay their workers may be barred from public tenders for up to three years';
    expect(clauses(`${text}.`)).toEqual([text]);
  });

  it('are asked where nothing else decides, and see what grammar alone does not', () => {
    const [left, right] = [
      'The central bank keeps financial records on hundreds of millions of borrowers',
      'while city governments keep their own lists of companies that broke the rules',
    ];
    const text = `${left}, ${right}.`;
    expect(clauses(text, byRules)).toEqual([`${left}, ${right}`]);
    expect(clauses(text, partsAt)).toEqual([left, right]);
    expect(clauses(text)).toEqual([left, right]);
  });

  it('are asked only after a mark or before a word that joins or binds clauses', () => {
    const asked: string[] = [];
    clauses('The old system, now ten years old, has a score and ranks firms where it can.', ({ tokens, at }) => {
      asked.push(tokens[at]!.norm);
      return false;
    });
    expect(asked).toEqual(['now', 'has', 'and', 'where']);
  });
});

describe('any words', () => {
  const WORDS =
    'the a system score lists is are has covers ranks said says that which who if while although and but or nor not , ; : — ( ) “ ” everyone firms people they it 28 in of no nobody denies deny trains'.split(
      ' ',
    );
  const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 }).map((w) => w.join(' '));

  it('the clauses cover them in order, none empty', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const tokens = tokenize(text);
        fc.pre(tokens.length > 0);
        let at = 0;
        for (const { start, end } of splitClauses(tokens)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(tokens.length);
      }),
      { numRuns: 500 },
    );
  });

  it('within a stretch the clauses cover the stretch', () => {
    fc.assert(
      fc.property(sentence, fc.nat(20), fc.nat(20), (text, skip, leave) => {
        const tokens = tokenize(text);
        const to = tokens.length - leave;
        fc.pre(skip < to);
        const ranges = splitClauses(tokens, skip, to);
        expect([ranges[0]!.start, ranges.at(-1)!.end]).toEqual([skip, to]);
      }),
    );
  });
});
