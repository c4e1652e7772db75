import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folder, scscheck } from './scscheck.ts';

const SEED = JSON.parse(readFileSync('seeds/scs-2022.json', 'utf8'));

/** A fact of a user's own. */
const OWN = `- id: own-fact
  statement: The blacklists are public.
  locators: [intro.1.1]
  asOf: 2022-05-08
  source: scs-2022
  facets: {topic: blacklists}
  clashes: Saying that they are secret.
  readings: []
  examples: {entailed: [], contradicted: [], neither: []}
`;

describe('facts list and show', () => {
  test('list, in words and as JSON', async () => {
    const human = await scscheck(['facts', 'list']);
    const json = JSON.parse((await scscheck(['facts', 'list', '--format', 'json'])).stdout);
    expect(human).toMatchObject({ status: 0, stderr: '' });
    expect(human.stdout).toMatch(/^ {2}no-national-score {2,}\S.* intro\.1\.1/m);
    expect(human.stdout).toMatch(/\n\d+ facts, as of 8 May 2022\n$/);
    expect(json).toMatchObject({ asOf: '2022-05-08', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const { id } of json.facts) expect(human.stdout).toContain(id);
    expect(await scscheck(['facts'])).toEqual(human);
  });

  test('show, in words and as JSON', async () => {
    const human = (await scscheck(['facts', 'show', 'no-national-score'])).stdout;
    const json = JSON.parse((await scscheck(['facts', 'show', 'no-national-score', '--format', 'json'])).stdout);
    expect(human).toMatch(/^no-national-score\n/);
    for (const part of ['scs-2022: intro.1.1', '8 May 2022', 'What would clash', 'Claims it contradicts']) {
      expect(human).toContain(part);
    }
    expect(json).toMatchObject({ id: 'no-national-score', asOf: '2022-05-08', source: 'scs-2022' });
    expect(json.examples.contradicted.length).toBeGreaterThan(0);
  });

  test('an unknown id is named, with the nearest known one', async () => {
    const { status, stdout, stderr } = await scscheck(['facts', 'show', 'no-natoinal-score']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('scscheck: no fact has the id "no-natoinal-score" (did you mean no-national-score?)\n');
  });

  test("a user's own facts are listed with the others", async () => {
    const cwd = folder({ 'own.yml': OWN });
    const { status, stdout } = await scscheck(['facts', 'list', '--facts', 'own.yml'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('own-fact');
    expect(stdout).toContain('no-national-score');
  });
});

describe('facts validate', () => {
  test('names file and line of each fault, and ends with 1', async () => {
    const cwd = folder({ 'own.yml': OWN.replace('facets:', 'facet:').replace('intro.1.1', 'intro.99.1') });
    const run = await scscheck(['facts', 'validate', '--facts', 'own.yml', '--format', 'json'], { cwd });
    const own = JSON.parse(run.stdout).problems.filter((one: { file: string }) => one.file === 'own.yml');
    expect(own).toContainEqual({
      file: 'own.yml',
      line: 6,
      message: expect.stringContaining('unknown key "facet"'),
      hint: 'did you mean "facets"?',
    });
    expect(run).toMatchObject({ status: 1, stderr: '' });
    const human = await scscheck(['facts', 'validate', '--facts', 'own.yml'], { cwd });
    expect(human.stdout).toMatch(/^own\.yml:6: .*unknown key "facet" \(did you mean "facets"\?\)$/m);
    expect(human.status).toBe(1);
  });

  test('a folder that is not there', async () => {
    const { status, stderr } = await scscheck(['facts', 'validate', '--facts', 'nowhere']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'scscheck: nowhere: no such fact file or folder\n' });
  });
});

describe('facts verify', () => {
  test('another document bears nothing out', async () => {
    const cwd = folder({ 'copy.txt': 'Some other document.\n\nIt has sentences of its own.\n' });
    const run = await scscheck(['facts', 'verify', '--source', 'copy.txt', '--format', 'json'], { cwd });
    expect(run).toMatchObject({ status: 1, stderr: '' });
    const [verification] = JSON.parse(run.stdout);
    expect(verification.source).toBe('scs-2022');
    expect(verification.checks.map((one: { locator: string }) => one.locator)).toEqual(Object.keys(SEED.locators));
    expect(verification.checks.some((one: { status: string }) => one.status === 'ok')).toBe(false);
    const human = await scscheck(['facts', 'verify', '--source', 'copy.txt'], { cwd });
    expect(human.stdout).toMatch(/✗ scs-2022: 0 of \d+ sentences as recorded; \d+ facts of \d+ rest on the others\n$/);
  });

  test('a copy that cannot be read', async () => {
    const { status, stdout, stderr } = await scscheck(['facts', 'verify', '--source', 'gone.txt']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('scscheck: gone.txt: the source document cannot be read\n');
  });
});
