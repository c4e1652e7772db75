import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FactBaseError } from '../../src/errors.ts';
import { extendBundle, type FactBundle, readBundle, yamlFiles } from '../../src/facts/bundle.ts';
import { packScorer, type ScorerImage, unpackScorer } from '../../src/facts/scorer-image.ts';

/** The smallest of scorers: tables of two places, one of four classes and one of two facts. */
const SCORER: ScorerImage = {
  note: 'smallest',
  thresholds: { worth: 0, anchor: 0, contradicted: 0.5, agreed: 0.5 },
  recut: null,
  rescore: null,
  calibration: [
    [0, 0],
    [1, 1],
  ],
  labels: { bits: 1, classes: 4, scale: 0.5, bias: [0, 1, 0, 0], weights: 'AAECA/8AgH8=' },
  nominator: { bits: 1, classes: 2, scale: 1, bias: [0, 0], weights: 'AQD/AA==', facts: ['free', 'second'] },
  network: {
    size: 1,
    cells: 2,
    keys: '/////wEAAAA=',
    weights: 'AQL/',
    bias: [0],
    scales: [0.5, 1, 1],
    output: [0, 0, 0, 0],
  },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
/** A folder of its own that holds `files`, by path. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'scscheck-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const factFile = (id: string, rest = '', readings = '[]'): string => `- id: ${id}
  statement: Statement of ${id}.${rest}
  locators: [fares.1.1]
  asOf: 2001-02-03
  source: ferry-2001
  facets:
    topic: ferry
  clashes: Saying otherwise.
  readings: ${readings}
  examples:
    entailed: [Yes.]
    contradicted: [No.]
    neither: [Perhaps.]
`;
/** The file with a key that facts do not have, in its second line. */
const slip = (text: string): string => text.replace('\n', '\n  colour: red\n');
const LEXICON = 'ferry:\n  says: a boat\n  phrases: [ferry]\nfee:\n  says: a charge\n  phrases: [fee]\n';
const READINGS = 'free:\n  - id: charged\n    needs: [ferry, fee]\n    means: clashes\n';
const FILES = {
  'lexicons/a.yml': LEXICON,
  'facts/b.yml': factFile('second'),
  'facts/a.yml': factFile('free'),
  'facts/notes.txt': 'not read',
  'readings/a.yml': READINGS,
  'models/scorer.json': JSON.stringify(SCORER),
};
const bundleOf = (files: Partial<typeof FILES> & Record<string, string> = {}): FactBundle =>
  readBundle(folderOf({ ...FILES, ...files }));
const shown = ({ entries }: FactBundle) =>
  entries.map(({ fact, readings }) => `${fact.id}: ${readings.map((r) => r.id).join(' ')}`);
function faultOf(run: () => unknown): FactBaseError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(FactBaseError);
    return error as FactBaseError;
  }
  throw new Error('no fault');
}

describe('readBundle', () => {
  it('reads facts in the order of their files, with their readings, the lexicons and the model', () => {
    const bundle = bundleOf();
    expect(shown(bundle)).toEqual(['free: charged', 'second: ']);
    expect(bundle.lexicon.map((c) => c.id)).toEqual(['ferry', 'fee']);
    expect(bundle.scorer).toEqual(SCORER);
    expect(bundle.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('readings may stand beside the fact, in several files, or both', () => {
    const own = '[{id: own, needs: [fee], means: agrees}]';
    const more = 'free:\n  - id: more\n    needs: [fee]\n    means: agrees\n';
    expect(shown(bundleOf({ 'facts/a.yml': factFile('free', '', own), 'readings/b.yml': more }))).toEqual([
      'free: own charged more',
      'second: ',
    ]);
  });

  it('the hash is of all that was read, and of nothing else', () => {
    const { sha256 } = bundleOf();
    expect(bundleOf().sha256).toBe(sha256);
    expect(bundleOf({ 'facts/notes.txt': 'other' }).sha256).toBe(sha256);
    const changes: Record<string, string>[] = [
      { 'facts/a.yml': factFile('free', ' More.') },
      { 'lexicons/a.yml': `${LEXICON}# a comment\n` },
      { 'readings/a.yml': READINGS.replace('clashes', 'agrees') },
      { 'models/scorer.json': JSON.stringify({ ...SCORER, note: 'other' }) },
    ];
    for (const change of changes) expect(bundleOf(change).sha256, JSON.stringify(change)).not.toBe(sha256);
  });

  it.each([
    [{ 'facts/b.yml': slip(factFile('second')) }, 'facts/b.yml', 2, 'unknown key "colour"'],
    [
      { 'readings/a.yml': READINGS.replace('free', 'fre') },
      'readings',
      undefined,
      'readings for "fre", which is no fact',
    ],
    [{ 'readings/a.yml': READINGS.replace('means', 'mean') }, 'readings/a.yml', undefined, 'free.0'],
    [{ 'readings/a.yml': 'free: [' }, 'readings/a.yml', undefined, ''],
    [{ 'lexicons/a.yml': 'ferry: {}' }, 'lexicons/a.yml', undefined, 'concept "ferry"'],
  ])('names the file of a fault: %#', (change, file, line, message) => {
    const folder = folderOf({ ...FILES, ...change });
    const fault = faultOf(() => readBundle(folder));
    expect(fault.place!.file).toBe(join(folder, file));
    expect(fault.place!.line).toBe(line);
    expect(fault.message).toContain(message);
  });
});

describe('extendBundle', () => {
  it('adds the facts of a file, of a folder of files, and of a folder laid out as claims/ is', () => {
    const bundle = bundleOf();
    const file = join(folderOf({ 'own.yml': factFile('third') }), 'own.yml');
    const flat = folderOf({ 'a.yml': factFile('fourth'), 'b.yaml': factFile('fifth') });
    const laid = folderOf({
      'facts/a.yml': factFile('sixth'),
      'readings/a.yml': 'sixth:\n  - id: own\n    needs: [raft]\n    means: agrees\n',
      'lexicons/a.yml': 'raft:\n  says: a raft\n  phrases: [raft]\n',
    });
    const more = extendBundle(bundle, [file, flat, laid]);
    expect(shown(more)).toEqual(['free: charged', 'second: ', 'third: ', 'fourth: ', 'fifth: ', 'sixth: own']);
    expect(more.lexicon.map((c) => c.id)).toEqual(['ferry', 'fee', 'raft']);
    expect(shown(bundle)).toEqual(['free: charged', 'second: ']);
  });

  it('a fact with a known id takes the place of the old one, its readings included', () => {
    const own = folderOf({ 'own.yml': factFile('free', ' New.') });
    const { entries } = extendBundle(bundleOf(), [own]);
    expect(entries.map(({ fact }) => fact.id)).toEqual(['free', 'second']);
    expect(entries[0]!.fact.statement).toBe('Statement of free. New.');
    expect(entries[0]!.readings).toEqual([]);
  });

  it('a concept with a known id takes the place of the old one', () => {
    const own = folderOf({ 'lexicons/a.yml': 'fee:\n  says: a toll\n  phrases: [toll]\n' });
    const { lexicon } = extendBundle(bundleOf(), [own]);
    expect(lexicon.map((c) => [c.id, c.says])).toEqual([
      ['ferry', 'a boat'],
      ['fee', 'a toll'],
    ]);
  });

  it('the hash changes with what is added and with its order', () => {
    const bundle = bundleOf();
    const one = folderOf({ 'one.yml': factFile('one') });
    const two = folderOf({ 'two.yml': factFile('two') });
    const hashes = [[], [one], [two], [one, two], [two, one]].map((paths) => extendBundle(bundle, paths).sha256);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(extendBundle(bundle, [one]).sha256).toBe(hashes[1]);
  });

  it.each([
    ['a file that is not there', 'gone.yml', undefined, 'no such fact file or folder'],
    ['a key nobody knows', 'typo.yml', 2, 'unknown key "colour"'],
    ['no YAML', 'broken.yml', expect.any(Number), ''],
  ])('names file and line of %s', (_, name, line, message) => {
    const folder = folderOf({
      'typo.yml': slip(factFile('one')),
      'broken.yml': '- id: [\n',
    });
    const fault = faultOf(() => extendBundle(bundleOf(), [join(folder, name)]));
    expect(fault.place).toEqual(line === undefined ? { file: join(folder, name) } : { file: join(folder, name), line });
    expect(fault.message).toContain(message);
  });

  it('says how many more faults a file has', () => {
    const text = factFile('one').replace('statement', 'statment').replace('source', 'sorce');
    const fault = faultOf(() => extendBundle(bundleOf(), [folderOf({ 'own.yml': text })]));
    expect(fault.message).toMatch(/; \d+ more, see scscheck facts validate$/);
  });
});

describe('unpackScorer', () => {
  it('gives the tables as signed whole numbers and the rest as it was', () => {
    const { labels, nominator, network, ...rest } = unpackScorer(SCORER);
    expect([...labels.weights]).toEqual([0, 1, 2, 3, -1, 0, -128, 127]);
    expect([...nominator.weights]).toEqual([1, 0, -1, 0]);
    expect(labels).toMatchObject({ bits: 1, classes: 4, scale: 0.5, bias: [0, 1, 0, 0] });
    expect(nominator.facts).toEqual(['free', 'second']);
    expect([...network!.keys]).toEqual([-1, 1]);
    expect([...network!.weights]).toEqual([1, 2, -1]);
    const { labels: _l, nominator: _n, network: _w, ...plain } = SCORER;
    expect(rest).toEqual(plain);
  });
});

describe('packScorer', () => {
  it('is undone by unpackScorer', () => {
    expect(packScorer(unpackScorer(SCORER))).toEqual(SCORER);
    const alone = { ...SCORER, network: null };
    expect(packScorer(unpackScorer(alone))).toEqual(alone);
  });
});

describe('yamlFiles', () => {
  it('are the YAML files of a folder, sorted, or the file itself', () => {
    const folder = folderOf({ 'b.yml': '', 'a.yaml': '', 'c.json': '', 'd/e.yml': '' });
    expect(yamlFiles(folder)).toEqual([join(folder, 'a.yaml'), join(folder, 'b.yml')]);
    expect(yamlFiles(join(folder, 'c.json'))).toEqual([join(folder, 'c.json')]);
  });
});
