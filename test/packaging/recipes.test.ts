/** Recipes and hooks: files of the right form, whose commands the program knows. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { newsroom } from '../cli/newsroom.ts';
import { PROGRAM } from '../cli/scscheck.ts';
import { ACTION } from './composite.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const RECIPES = readdirSync('recipes').map((name) => `recipes/${name}`);
const YAML = [...RECIPES.filter((file) => /\.ya?ml$/.test(file)), 'action.yml', '.pre-commit-hooks.yaml'];
const PAGE = read('docs/ci.md');

interface Hook {
  id: string;
  entry: string;
  args: string[];
  language: string;
  types_or: string[];
  pass_filenames?: boolean;
  require_serial: boolean;
}
const HOOKS = parse(read('.pre-commit-hooks.yaml')) as Hook[];

/** Every call of `scscheck check` in a text, as its arguments. */
function calls(text: string): string[][] {
  return [...text.matchAll(/\bscscheck check((?:[ ]+(?:"[^"\n]*"|[^\s"<>|;&`]+))*)/g)].map(([, words = '']) =>
    (words.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
  );
}

test.each(YAML)('%s is YAML without a fault', (file) => {
  for (const document of parseAllDocuments(read(file))) {
    if ('errors' in document) expect([...document.errors, ...document.warnings]).toEqual([]);
  }
});

describe('calls of the program', () => {
  const help = execFileSync(process.execPath, [PROGRAM, 'check', '--help'], { encoding: 'utf8' });
  const options = new Set(help.match(/(?<=\s)--?[a-z][a-z-]*/g));
  const formats: string[] = /--format <format>\s+output format: ([^;]*);/.exec(help)?.[1]?.match(/[a-z]+/g) ?? [];

  test.each([...RECIPES, '.pre-commit-hooks.yaml', 'docs/ci.md'])(
    'in %s have options and formats that exist',
    (file) => {
      for (const words of calls(read(file))) {
        const given = words.filter((word) => word.startsWith('-')).map((word) => word.replace(/=.*/, ''));
        expect(given.filter((option) => !options.has(option))).toEqual([]);
        const asked = words.filter((_, at) => words[at - 1] === '--format');
        expect(asked.filter((format) => !formats.includes(format))).toEqual([]);
      }
    },
  );

  test('are in every recipe that runs it by itself', () => {
    const without = RECIPES.filter((file) => calls(read(file)).length === 0);
    expect(without).toEqual(['recipes/github-workflow.yml', 'recipes/pre-commit-config.yaml']);
  });
});

test('the workflow gives the action inputs that it has', () => {
  const { jobs } = parse(read('recipes/github-workflow.yml'));
  const step = jobs.claims.steps.find(({ uses }: { uses: string }) => uses.includes('/scscheck@'));
  expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
});

test('the configuration for pre-commit names a hook that there is', () => {
  const { repos } = parse(read('recipes/pre-commit-config.yaml'));
  expect(HOOKS.map(({ id }) => id)).toContain(repos[0].hooks[0].id);
});

test('the GitLab job keeps the report that it writes', () => {
  const { scscheck } = parse(read('recipes/gitlab-ci.yml'));
  const report: string = scscheck.artifacts.reports.codequality;
  expect(calls(scscheck.script[0])[0]).toEqual(expect.arrayContaining(['gitlab', report]));
  expect(scscheck.artifacts.when).toBe('always');
});

test('the page shows every recipe as it is', () => {
  const shown = [...PAGE.matchAll(/^```(?:yaml|sh)\n([\s\S]*?)^```$/gm)].map((block) => block[1]);
  for (const file of RECIPES) expect(shown, file).toContain(read(file));
});

describe('hooks for pre-commit', () => {
  /** Runs the entry of a hook as pre-commit does: split at spaces, its arguments and the files of the commit behind it. */
  async function run(id: string, files: string[]) {
    const room = await newsroom();
    room.lay('branch');
    room.git('add', '--all');
    const hook = HOOKS.find((one) => one.id === id)!;
    const [program, ...words] = hook.entry.split(' ');
    expect(program).toBe('scscheck');
    const args = [PROGRAM, ...words, ...hook.args, ...(hook.pass_filenames === false ? [] : files)];
    return spawnSync(process.execPath, args, { cwd: room.root, encoding: 'utf8' });
  }

  test('are those that the page names, one process each, for Node', () => {
    expect(HOOKS.map(({ id, language, require_serial }) => [id, language, require_serial])).toEqual([
      ['scscheck', 'node', true],
      ['scscheck-changed-lines', 'node', true],
    ]);
    for (const { id } of HOOKS) expect(PAGE).toContain(`\`${id}\``);
  });

  test('stop what the commit brings', async () => {
    const letter = 'drafts/world/letter-from-shanghai.md';
    expect(await run('scscheck', [letter, 'drafts/ferry.txt'])).toMatchObject({ status: 1 });
    expect(await run('scscheck-changed-lines', [])).toMatchObject({ status: 1 });
  });

  test('let be what is in the baseline, and what has no claim', async () => {
    const files = ['drafts/archive/harbour-2019.md', 'drafts/ferry.txt'];
    expect(await run('scscheck', files)).toMatchObject({ status: 0 });
  });
});
