import { expect, test } from 'vitest';
import { scscheck } from './scscheck.ts';

const CLAIM = 'Every Chinese citizen has a social credit score.';

test('shows the label, the steps, the facts compared facet by facet, and what would turn it', async () => {
  const { status, stdout, stderr } = await scscheck(['explain', CLAIM]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^“Every Chinese citizen has a social credit score\.?”\n✗ contradicted {2}0\.\d\d\n/);
  expect(stdout).toMatch(/\nStep by step\n {2}1\. /);
  expect(stdout).toMatch(/\nNearest facts\n {2}[a-z-]+ {2}says otherwise {2}\[.*as of 8 May 2022\]\n/);
  expect(stdout).toMatch(/\n {4}facet +claim +fact +outcome\n/);
  expect(stdout).toMatch(/ clashes\n/);
  expect(stdout).toMatch(/\nWhat would turn it\n {2}If .*, it is (?:supported|unverified):\n {2}“.+”\n$/);
});

test('as JSON, the same bytes each time', async () => {
  const [first, second] = [
    await scscheck(['explain', CLAIM, '--format', 'json']),
    await scscheck(['explain', CLAIM, '--format', 'json']),
  ];
  const document = JSON.parse(first.stdout);
  expect(second.stdout).toBe(first.stdout);
  expect(document.claim).toMatchObject({ label: 'contradicted', rejected: false });
  expect(document.claim.evidence[0]).toMatchObject({ relation: 'contradicts', locator: expect.any(String) });
  expect(document.nearest[0].comparisons[0]).toMatchObject({ facet: expect.any(String), outcome: expect.any(String) });
  expect(document.turn.to).not.toBe('contradicted');
  expect(document.steps.length).toBeGreaterThan(1);
});

test('words that need no quotes', async () => {
  const quoted = await scscheck(['explain', CLAIM]);
  expect(await scscheck(['explain', ...CLAIM.split(' ')])).toEqual(quoted);
});

test('what is no claim', async () => {
  const { status, stdout } = await scscheck(['explain', '…']);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: 'No claim about the social credit system was found in this.\n',
  });
});
