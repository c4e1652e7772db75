import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRATE_FILE, describeInput, hashFile, writeCrate } from '../../src/study/crate.ts';
import { type CrateFacts, type CrateFile, crateMetadata } from '../../src/study/crate-graph.ts';
import { folder } from '../cli/scscheck.ts';
import { crateFaults } from './ro-crate.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const FACTS: CrateFacts = {
  name: 'Framing over time',
  description: 'How 761 articles present a system.',
  engine: { version: '0.1.0', factBase: hash('facts'), asOf: '2022-05-08' },
  codebook: hash('rules'),
  inputs: [
    { name: 'articles.jsonl', sha256: hash('a'), bytes: 1 },
    { name: 'standard input', sha256: null, bytes: null },
  ],
  options: { unit: 'year', draws: 1000, seed: 1, sureDates: false },
};
const file = (path: string): CrateFile => ({
  path,
  sha256: hash(path),
  bytes: path.length,
  description: `What ${path} is.`,
});
const FILES = [
  'report.html',
  'figures/framing.svg',
  'tables/tidy/long table.csv',
  'tables/study.duckdb',
  'tables/articles.parquet',
  'a#b%.txt',
].map(file);

interface Graph {
  '@graph': (Record<string, unknown> & { '@id': string })[];
}
const graphOf = (json: string) => new Map((JSON.parse(json) as Graph)['@graph'].map((one) => [one['@id'], one]));

describe('the metadata of a folder', () => {
  test('is what RO-Crate 1.1 demands', () => {
    expect(crateFaults(crateMetadata(FILES, { ...FACTS, datePublished: '2026-11-29' }))).toEqual([]);
    expect(
      crateFaults(crateMetadata([], { ...FACTS, datePublished: '2026-11-29', license: 'https://a.example/licence' })),
    ).toEqual([]);
  });

  test('lacks the date of publication alone where nobody gives one, as there is no clock', () => {
    const json = crateMetadata(FILES, FACTS);
    expect(crateFaults(json)).toEqual(['the root has no datePublished']);
    expect(crateFaults(json, false)).toEqual([]);
  });

  test('has each file with hash, size, format and description, and its folders', () => {
    const graph = graphOf(crateMetadata(FILES, FACTS));
    expect(graph.get('tables/tidy/long%20table.csv')).toEqual({
      '@id': 'tables/tidy/long%20table.csv',
      '@type': 'File',
      name: 'tables/tidy/long table.csv',
      description: 'What tables/tidy/long table.csv is.',
      encodingFormat: 'text/csv',
      contentSize: '26',
      sha256: hash('tables/tidy/long table.csv'),
    });
    expect(graph.get('./')!.hasPart).toEqual(
      ['figures/', 'tables/', 'a%23b%25.txt', 'report.html'].map((id) => ({ '@id': id })),
    );
    expect(graph.get('tables/')!.hasPart).toHaveLength(3);
    expect(graph.get('tables/tidy/')!.hasPart).toEqual({ '@id': 'tables/tidy/long%20table.csv' });
  });

  test('says from what, by what and with which options it was made', () => {
    const graph = graphOf(crateMetadata(FILES, FACTS));
    const action = graph.get('#study')!;
    expect(action).toMatchObject({ '@type': 'CreateAction', instrument: { '@id': '#scscheck' } });
    expect(action.result).toHaveLength(FILES.length);
    expect(action.object).toContainEqual({ '@id': '#input-1' });
    expect(graph.get('#input-1')).toMatchObject({ name: 'articles.jsonl', sha256: hash('a') });
    expect(graph.get('#input-2')).toEqual({ '@id': '#input-2', '@type': 'CreativeWork', name: 'standard input' });
    expect(graph.get('#option-sureDates')).toMatchObject({ value: 'false' });
    expect(graph.get('#scscheck')).toMatchObject({ softwareVersion: '0.1.0' });
    expect(graph.get('#facts')).toMatchObject({ sha256: FACTS.engine.factBase });
    expect(graph.get('#codebook')).toMatchObject({ sha256: FACTS.codebook });
  });

  test('is the same bytes whatever the order of the files', () => {
    expect(crateMetadata([...FILES].reverse(), FACTS)).toBe(crateMetadata(FILES, FACTS));
  });

  test.each(['/etc/passwd', '../up.txt', 'a/../b', 'a//b', './a', 'a\\b'])('takes no file at %s', (path) => {
    expect(() => crateMetadata([file(path)], FACTS)).toThrow(RangeError);
  });

  test('faults would be found', () => {
    const json = crateMetadata(FILES, { ...FACTS, datePublished: '2026-11-29' });
    const without = (id: string): string => {
      const document = JSON.parse(json) as Graph;
      return JSON.stringify({ ...document, '@graph': document['@graph'].filter((one) => one['@id'] !== id) });
    };
    expect(crateFaults(without('report.html'))).toContain('leads nowhere: report.html');
    expect(crateFaults(without('figures/'))).toContain('not part of the crate: figures/framing.svg');
    expect(crateFaults(without('./'))).toContain('the root is no Dataset');
    expect(crateFaults(without('ro-crate-metadata.json'))).toContain('the descriptor is no CreativeWork');
    expect(crateFaults(json.replace('"scscheck study"', '{"@id": "#x", "name": "y"}'))).toContain(
      'not flat: #study name',
    );
  });
});

describe('a folder on disk', () => {
  test('is described once its files are there', async () => {
    const path = folder({ 'report.html': '<p>report</p>' });
    mkdirSync(join(path, 'tables'));
    writeFileSync(join(path, 'tables', 'a.csv'), 'x\r\n');
    const files = [
      { path: 'tables/a.csv', description: 'A table.' },
      { path: 'report.html', description: 'The report.' },
    ];
    await writeCrate(path, files, FACTS);
    const json = readFileSync(join(path, CRATE_FILE), 'utf8');
    expect(graphOf(json).get('tables/a.csv')).toMatchObject({ sha256: hash('x\r\n'), contentSize: '3' });
    await writeCrate(path, files, FACTS);
    expect(readFileSync(join(path, CRATE_FILE), 'utf8')).toBe(json);
    expect(json).not.toContain(path);
    await expect(writeCrate(path, [{ path: 'gone', description: '' }], FACTS)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test('inputs are told by name and hash, without paths and secrets', async () => {
    const path = folder({ 'b.jsonl': 'b', 'a.jsonl': 'a', '.hidden': 'h' });
    mkdirSync(join(path, 'in'));
    writeFileSync(join(path, 'in', 'c.txt'), 'cc');
    expect(await describeInput(join(path, 'b.jsonl'))).toEqual({ name: 'b.jsonl', sha256: hash('b'), bytes: 1 });
    const lines = [`${hash('a')}  a.jsonl`, `${hash('b')}  b.jsonl`, `${hash('cc')}  in/c.txt`, ''];
    const whole = await describeInput(`${path}/`);
    expect(whole).toMatchObject({ sha256: hash(lines.join('\n')), bytes: 4 });
    expect(whole.name).not.toContain('/');
    expect(await describeInput('https://me:pass@a.example/feed.xml?key=secret#x')).toEqual({
      name: 'https://a.example/feed.xml',
      sha256: null,
      bytes: null,
    });
    expect(await describeInput('-')).toEqual({ name: 'standard input', sha256: null, bytes: null });
    expect(await describeInput(join(path, 'gone.csv'))).toEqual({ name: 'gone.csv', sha256: null, bytes: null });
    expect(await hashFile(join(path, '.hidden'))).toEqual({ sha256: hash('h'), bytes: 1 });
  });
});
