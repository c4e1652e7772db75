import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FactBaseError } from '../../src/errors.ts';
import { readBundle } from '../../src/facts/bundle.ts';
import { claimsFolder, type FactBase, loadFactBase } from '../../src/facts/load.ts';
import { rowsOf } from '../../src/facts/numbers.ts';
import { judgeText } from '../../src/judge-text.ts';
import { CLASSES } from '../../src/scorer/model.ts';
import { DIRECTIONS, GATES, partsOf } from '../../src/scorer/network.ts';
import { STATES } from '../../src/scorer/network-input.ts';

const OWN = `- id: moon-office
  statement: Social credit has no office on the moon.
  locators: [intro.1.1]
  asOf: 2022-05-08
  source: scs-2022
  facets:
    topic: offices
  clashes: Saying that it has one.
  readings:
    - id: has-office
      needs: [social-credit]
      means: clashes
      negation: before
      facet: place
      says: it has an office on the moon
  examples:
    entailed: [Social credit has no office on the moon.]
    contradicted: [Social credit has an office on the moon.]
    neither: [Social credit is new.]
`;
const folder = mkdtempSync(join(tmpdir(), 'scscheck-'));
const own = join(folder, 'own.yml');
let base: FactBase;
beforeAll(async () => {
  writeFileSync(own, OWN);
  base = await loadFactBase();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bundled fact base', () => {
  it('is what claims/ holds', () => {
    const bundle = readBundle(claimsFolder());
    expect(base.sha256).toBe(bundle.sha256);
    expect(base.facts.map((f) => f.id)).toEqual(bundle.entries.map((e) => e.fact.id));
    expect(base.asOf).toBe('2022-05-08');
  });

  it('is the same each time', async () => {
    expect((await loadFactBase([])).sha256).toBe(base.sha256);
  });

  it('in the build as in the sources', () => {
    const built = JSON.parse(readFileSync('dist/claims.json', 'utf8'));
    expect(built.sha256).toBe(base.sha256);
    expect(built.entries.map((e: { fact: { id: string } }) => e.fact.id)).toEqual(base.facts.map((f) => f.id));
  });

  it('with the scorer of the sources in the build, its weights among the long rows', () => {
    const { scorer, places } = JSON.parse(readFileSync('dist/claims.json', 'utf8'));
    const { labels, nominator, network, ...rest } = base.scorer;
    expect(scorer).toEqual({
      ...rest,
      labels: { ...labels, weights: '' },
      nominator: { ...nominator, weights: '' },
      network: { ...network, keys: '', weights: '' },
    });
    const bytes = Uint8Array.from(readFileSync('dist/claims.bin'));
    const { int8, int32 } = rowsOf(bytes.buffer, 0);
    // A million numbers: compared as bytes.
    const same = (a: Int8Array, b: Int8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;
    expect(same(int8(places.labels), labels.weights)).toBe(true);
    expect(same(int8(places.nominator), nominator.weights)).toBe(true);
    expect(same(int8(places.network), network!.weights)).toBe(true);
    expect([...int32(places.networkKeys)]).toEqual([...network!.keys]);
  });

  it('has a scorer that fits its tables and knows facts of the base alone', () => {
    const { labels, nominator, network, calibration } = base.scorer;
    for (const table of [labels, nominator]) {
      expect(table.weights).toHaveLength(2 ** table.bits * table.classes);
      expect(table.bias).toHaveLength(table.classes);
    }
    expect(labels.classes).toBe(CLASSES.length);
    const { cells, keys, weights, bias } = network!;
    const parts = partsOf(network!, STATES);
    expect(weights).toHaveLength(parts.vectors + parts.given + parts.kept + parts.out);
    expect(bias).toHaveLength(DIRECTIONS * (GATES + 1) * cells);
    expect(new Set(keys).size).toBe(keys.length);
    expect(nominator.facts).toHaveLength(nominator.classes);
    expect(nominator.facts.filter((id) => !base.byId.has(id))).toEqual([]);
    const rising = (values: number[]) => expect(values).toEqual([...values].sort((a, b) => a - b));
    rising(calibration.map(([raw]) => raw));
    rising(calibration.map(([, right]) => right));
  });
});

describe('facts of the user’s own', () => {
  it('are added, and decide claims', async () => {
    const more = await loadFactBase([own]);
    expect(more.facts.length).toBe(base.facts.length + 1);
    expect(more.facts.at(-1)).toMatchObject({ id: 'moon-office', topic: 'own' });
    const claim = 'Under social credit there is an office on the moon.';
    const decided = (facts: FactBase) => judgeText(claim, facts)!.claim.matches.map((m) => m.factId);
    expect(decided(more)).toContain('moon-office');
    expect(decided(base)).not.toContain('moon-office');
  });

  it('change the hash', async () => {
    const more = await loadFactBase([own]);
    expect(more.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(more.sha256).not.toBe(base.sha256);
    expect((await loadFactBase([own])).sha256).toBe(more.sha256);
  });

  it('that name a concept nobody knows are refused, with file and line', async () => {
    const broken = join(folder, 'broken.yml');
    writeFileSync(broken, `# mine\n${OWN.replace('[social-credit]', '[moon]')}`);
    const fault = await loadFactBase([broken]).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(FactBaseError);
    expect((fault as FactBaseError).place).toEqual({ file: broken, line: 2 });
    expect((fault as FactBaseError).message).toContain('no concept "moon"');
  });

  it('that are not there are refused', async () => {
    await expect(loadFactBase([join(folder, 'gone.yml')])).rejects.toThrow(FactBaseError);
  });
});
