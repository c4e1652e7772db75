import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckedItem } from '../../src/batch/check-item.ts';
import { openResults } from '../../src/cache/results.ts';
import { folder, scscheck } from '../cli/scscheck.ts';
import { article, item } from '../reporters/samples.ts';

const key = (text: string): string => createHash('sha256').update(text).digest('hex');
const { record } = item(article('Some text.'), []);
const checked: CheckedItem = {
  record,
  notes: ['a note'],
  contexts: null,
  frameContexts: null,
  shingles: null,
  sketch: Uint16Array.of(1, 2, 65_535),
  file: null,
};

function kept(at: string): { said: string[]; get: (text: string) => CheckedItem | null } {
  const said: string[] = [];
  const results = openResults(at, (line) => said.push(line));
  return { said, get: (text) => results.get(key(text)) };
}

function filled(): string {
  const at = join(folder(), 'deep', 'er');
  const results = openResults(at, () => {});
  results.put(key('a'), checked);
  results.close();
  return at;
}

describe('results', () => {
  test('come back as they were, and others do not', () => {
    const { said, get } = kept(filled());
    expect([get('a'), get('b'), said]).toEqual([checked, null, []]);
  });

  test('are written only where something is new', () => {
    const at = filled();
    const file = join(at, 'results.jsonl');
    writeFileSync(file, readFileSync(file));
    const before = readFileSync(file, 'utf8');
    const results = openResults(at, () => {});
    results.get(key('a'));
    results.close();
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test.each([['{"record":5}'], ['null'], ['{'], [JSON.stringify({ ...checked, record: { ...record, claims: 3 } })]])(
    'that somebody else put there are not taken: %s',
    (json) => {
      const at = filled();
      const file = join(at, 'results.jsonl');
      const [head] = readFileSync(file, 'utf8').split('\n');
      const sum = createHash('sha256').update(json).digest('hex').slice(0, 16);
      writeFileSync(file, `${head}\n${key('a')} ${sum} ${json}\n`);
      const { said, get } = kept(at);
      expect(get('a')).toBeNull();
      expect(said).toHaveLength(1);
    },
  );
});

test('each setting that a result depends on has results of its own', async () => {
  const claim = "Under China's social credit system, every citizen has a national score.\n";
  const cwd = folder({ 'a.md': claim });
  for (const format of ['human', 'sarif', 'json', 'github', 'human']) {
    const args = ['check', 'a.md', '--format', format];
    const fresh = await scscheck(args, { cwd });
    const again = await scscheck([...args, '--cache', 'kept'], { cwd });
    expect(again).toEqual(fresh);
  }
});
