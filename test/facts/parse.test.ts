import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFactFile } from '../../src/facts/parse.ts';

const FACT = `# a comment
- id: bridges-toll
  statement: Bridges in Oz are toll-free.
  locators: [roads.1.2]
  asOf: 2001-02-03
  source: oz-2001
  facets:
    topic: tolls
  clashes: Saying that one pays to cross.
  readings: []
  examples:
    entailed:
      - Crossing is free.
    contradicted:
      - Crossing costs a penny.
    neither:
      - Crossing is slow.
`;
const edit = (from: string, to: string) => parseFactFile(FACT.replace(from, to), 'claims/facts/roads.yml');

describe('parseFactFile', () => {
  it('gives the fact, its topic, its place and the line of each part', () => {
    const { facts, problems } = parseFactFile(FACT, 'claims/facts/roads.yml');
    expect(problems).toEqual([]);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({
      id: 'bridges-toll',
      topic: 'roads',
      asOf: '2001-02-03',
      facets: { topic: 'tolls' },
    });
    expect(facts[0]!.place).toEqual({ file: 'claims/facts/roads.yml', line: 2 });
    expect(facts[0]!.lines).toMatchObject({ statement: 3, 'locators.0': 4, 'examples.contradicted.0': 15 });
  });

  it.each([
    ['statement:', 'statment:', 3, 'unknown key "statment"', 'did you mean "statement"?'],
    ['    topic:', '    agnet:', 8, 'unknown key "agnet" in facets', 'did you mean "agent"?'],
    ['    neither:', '    neiter:', 16, 'unknown key "neiter" in examples', 'did you mean "neither"?'],
    [
      'readings: []',
      'readings: [{id: a, means: agrees, neds: [b]}]',
      10,
      'unknown key "neds" in readings.0',
      'did you mean "needs"?',
    ],
  ])('names file, line and nearest key for %s -> %s', (from, to, line, message, hint) => {
    const { facts, problems } = edit(from, to);
    expect(facts).toEqual([]);
    const found = problems.find((p) => p.message.includes('unknown key'))!;
    expect(found).toMatchObject({ file: 'claims/facts/roads.yml', line, hint });
    expect(found.message).toBe(`fact bridges-toll: ${message}`);
  });

  it.each([
    ['Bridges in Oz are toll-free.', '"  "', 3, 'statement: statement is empty'],
    ['[roads.1.2]', '[]', 4, 'locators: at least one locator is needed'],
    ['[roads.1.2]', '[roads.1.2, roads.one]', 4, 'locators.1: a locator is written section.paragraph.sentence'],
    ['2001-02-03', 'last May', 5, 'asOf: asOf must be a date'],
    ['  source: oz-2001\n', '', 2, '"source" is missing'],
    ['      - Crossing is slow.', '      - 7', 17, 'examples.neither.0: an example must be text'],
    ['bridges-toll', 'Bridges Toll', 2, 'id: id must be lower-case words'],
  ])('says what is wrong with %s -> %s', (from, to, line, message) => {
    const { problems } = edit(from, to);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.line).toBe(line);
    expect(problems[0]!.message).toContain(message);
  });

  it('keeps the good entries of a file with a bad one', () => {
    const { facts, problems } = parseFactFile(`${FACT}\n- nonsense\n- id: other\n`, 'roads.yml');
    expect(facts.map((f) => f.id)).toEqual(['bridges-toll']);
    expect(problems[0]).toMatchObject({ line: 19, message: 'entry 2 is no fact: it has no keys' });
    expect(problems.some((p) => p.line === 20 && p.message === 'fact other: "statement" is missing')).toBe(true);
  });

  it('reports text that is no YAML, a key given twice and a file that is no list, each with its line', () => {
    expect(parseFactFile('- id: [a\n- b: "', 'x.yml').problems[0]).toMatchObject({ file: 'x.yml' });
    expect(edit('  source: oz-2001', '  asOf: 2001-02-03').problems[0]).toMatchObject({ line: 6 });
    expect(parseFactFile('# hello\nid: a\n', 'x.yml').problems).toMatchObject([
      { line: 2, hint: 'begin each fact with "- id: …"' },
    ]);
  });

  it.each(['['.repeat(20_000), `${'['.repeat(9000)}${']'.repeat(9000)}`, '{a: '.repeat(20_000)])(
    'says of what is nested without end that it is, and nothing else',
    (text) => {
      const { problems } = parseFactFile(`# deep\n${text}`, 'oz.yml');
      expect(problems).toMatchObject([{ file: 'oz.yml', line: 2, message: 'is nested too deeply' }]);
    },
  );

  it('takes an empty file, or one of comments, for an empty list', () => {
    for (const text of ['', '\n', '# nothing yet\n', '[]']) {
      expect(parseFactFile(text, 'x.yml')).toEqual({ facts: [], problems: [] });
    }
  });

  it('never throws, and places every problem within the file', () => {
    const soup = fc.array(
      fc.constantFrom(...FACT.split('\n'), '- ', ': ', '{', ']', '"', '&a', '*a', '\t', '---', '!!x'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(soup, (lines) => {
        const { problems } = parseFactFile(lines.join('\n'), 'x.yml');
        for (const { line } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(Math.max(1, lines.length));
        }
      }),
    );
  });
});
