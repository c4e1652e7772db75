/** What the program ends with, and what it says then: one meaning a status, one line a problem, never a count. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GIT_ENV, repositoryAt, type TestRepository } from '../git/repository.ts';
import { folder, type Run, scscheck } from './scscheck.ts';

const CONTRADICTED = "Under China's social credit system, every citizen has a national score.";
/** Not in the source: unverified. */
const SILENT = "China's social credit system slows down the internet of people on its blacklists.";
const OFF_TOPIC = 'The council met on Tuesday to talk about the new bridge.';
const QUOTED = `"Under China's social credit system, every citizen has a national score," said the minister.`;
const DRAFTS = {
  'bad.md': `${CONTRADICTED}\n`,
  'silent.md': `${SILENT}\n`,
  'off.md': `${OFF_TOPIC}\n`,
  'quoted.md': `${QUOTED}\n`,
};

interface Row {
  /** Besides the drafts. */
  files?: Record<string, string | Buffer>;
  /** What is done before, in the folder. */
  before?: (cwd: string) => unknown;
  /** Behind `check`. */
  args: string[];
  /** Where in the folder the program is run. */
  within?: string;
  env?: (cwd: string) => Record<string, string>;
  stdin?: string;
  status: number;
  /** The one line on standard error, without the program's name; none where it is not given. */
  says?: RegExp;
}
type Table = Record<string, Row>;

/** Runs the row; gives the run and the folder. */
async function outcome({
  files = {},
  before,
  args,
  within = '.',
  env,
  stdin,
}: Row): Promise<{ run: Run; cwd: string }> {
  const cwd = realpathSync(folder());
  repositoryAt(cwd).write({ ...DRAFTS, ...files });
  await before?.(cwd);
  const options = {
    cwd: join(cwd, within),
    env: { ...GIT_ENV, GIT_CEILING_DIRECTORIES: join(cwd, '..'), ...env?.(cwd) },
  };
  const run = await scscheck(['check', ...args], { ...options, ...(stdin === undefined ? {} : { stdin }) });
  return { run, cwd };
}

const check = (args: string[], cwd: string): Promise<Run> => scscheck(['check', ...args], { cwd, env: GIT_ENV });

function rows(table: Table): void {
  test.each(Object.entries(table))('%s', async (_, row) => {
    const { run } = await outcome(row);
    expect({ status: run.status, stderr: run.stderr }).toMatchObject({ status: row.status });
    if (row.says === undefined) expect(run.stderr).toBe('');
    else {
      expect(run.stderr).toMatch(/^scscheck: [^\n]+\n$/);
      expect(run.stderr.slice('scscheck: '.length)).toMatch(row.says);
    }
    // Nothing was checked: nothing that could be taken for a result.
    if (row.status === 2 && row.says) expect(run.stdout).toBe('');
  });
}

describe('what was found', () => {
  rows({
    'nothing on the topic': { args: ['off.md'], status: 0 },
    'nothing as bad as asked': { args: ['silent.md'], status: 0 },
    'a contradiction': { args: ['bad.md'], status: 1 },
    'thirty in one file: no count': {
      files: { 'many.md': `${CONTRADICTED}\n\n`.repeat(30) },
      args: ['many.md'],
      status: 1,
    },
    'in every one of 300 files: no count': {
      files: Object.fromEntries(Array.from({ length: 300 }, (_, k) => [`all/${k}.md`, CONTRADICTED])),
      args: ['all', '--format', 'jsonl'],
      status: 1,
    },
    'unverified, asked for': { args: ['silent.md', '--fail-on', 'unverified'], status: 1 },
    'never to fail': { args: ['bad.md', '--fail-on', 'never'], status: 0 },
    'not sure enough': { args: ['bad.md', '--min-confidence', '1'], status: 0 },
    'in a quotation': { args: ['quoted.md'], status: 1 },
    'in a quotation, as a note': { args: ['quoted.md', '--quoted', 'note'], status: 0 },
    'in a quotation, ignored': { args: ['quoted.md', '--quoted', 'ignore'], status: 0 },
    'suppressed, with a reason': {
      files: { 's.md': `<!-- scscheck-disable-next-line: a satire -->\n${CONTRADICTED}\n` },
      args: ['s.md'],
      status: 0,
    },
    'suppressed without one: it does not work': {
      files: { 's.md': `<!-- scscheck-disable-next-line -->\n${CONTRADICTED}\n` },
      args: ['s.md'],
      status: 1,
    },
    ...Object.fromEntries(
      [
        'human',
        'json',
        'jsonl',
        'csv',
        'sarif',
        'github',
        'junit',
        'rdjson',
        'checkstyle',
        'gitlab',
        'markdown',
      ].flatMap((format): [string, Row][] => [
        [`a contradiction as ${format}`, { args: ['bad.md', 'off.md', '--format', format], status: 1 }],
        [`none as ${format}`, { args: ['off.md', '--format', format], status: 0 }],
      ]),
    ),
    'from standard input': { args: ['-'], stdin: CONTRADICTED, status: 1 },
    'standard input off the topic': { args: ['-'], stdin: OFF_TOPIC, status: 0 },
  });
});

describe('inputs that cannot be read', () => {
  rows({
    'the only one missing': { args: ['gone.md'], status: 2, says: /^gone\.md: / },
    'a folder with nothing in it': {
      before: (cwd) => mkdirSync(join(cwd, 'empty')),
      args: ['empty'],
      status: 2,
      says: /^empty: /,
    },
    'an empty file alone': { files: { 'empty.md': '' }, args: ['empty.md'], status: 2, says: /^empty\.md: / },
    'no article alone': { files: { 'a.docx': 'no zip' }, args: ['a.docx'], status: 2, says: /^a\.docx: / },
    'standard input with nothing': { args: ['-'], stdin: '', status: 2, says: /^-: / },
    'one of two, the other clean': { args: ['gone.md', 'off.md'], status: 3, says: /^gone\.md: / },
    'one of two, a contradiction in the other': { args: ['bad.md', 'gone.md'], status: 3, says: /^gone\.md: / },
    'one of two, quietly': { args: ['bad.md', 'gone.md', '--quiet'], status: 3, says: /^gone\.md: / },
    'one of two, never to fail': { args: ['off.md', 'gone.md', '--fail-on', 'never'], status: 3, says: /^gone\.md: / },
    'a broken document in a folder': {
      files: { 'in/a.md': `${CONTRADICTED}\n`, 'in/b.docx': 'no zip' },
      args: ['in', '--format', 'sarif'],
      status: 3,
      says: /^in\/b\.docx: /,
    },
  });

  test('two problems, two lines', async () => {
    const { run } = await outcome({ args: ['gone.md', 'off.md', 'lost.md'], status: 3 });
    expect(run.status).toBe(3);
    expect(run.stderr.split('\n').map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      'scscheck: gone.md',
      'scscheck: lost.md',
      '',
    ]);
  });
});

describe('wrong usage', () => {
  rows({
    'no input': { args: [], status: 2, says: /./ },
    'an unknown option': { args: ['off.md', '--nope'], status: 2, says: /--nope/ },
    'an unknown format': { args: ['off.md', '--format', 'nope'], status: 2, says: /nope/ },
    'an unknown label': { args: ['off.md', '--fail-on', 'nope'], status: 2, says: /nope/ },
    'an unknown way with quotations': { args: ['off.md', '--quoted', 'nope'], status: 2, says: /nope/ },
    'no number': { args: ['off.md', '--min-confidence', 'high'], status: 2, says: /high/ },
    'a revision and what is staged': {
      args: ['off.md', '--since', 'HEAD', '--staged'],
      status: 2,
      says: /--since.*--staged|--staged.*--since/,
    },
    'no revision': { args: ['off.md', '--since'], status: 2, says: /--since/ },
    'a configuration and none': { args: ['off.md', '--config', 'c.json', '--no-config'], status: 2, says: /c\.json/ },
    'an output that cannot be written': {
      args: ['bad.md', '--output', 'no/such/out.txt'],
      status: 2,
      says: /no\/such\/out\.txt/,
    },
    'an input as output': { args: ['bad.md', '--output', 'bad.md'], status: 2, says: /bad\.md/ },
    'facts that are not there': { args: ['bad.md', '--facts', 'gone.yml'], status: 2, says: /gone\.yml/ },
    'facts that are broken': {
      files: { 'f.yml': '- id: Broken\n' },
      args: ['bad.md', '--facts', 'f.yml'],
      status: 2,
      says: /f\.yml/,
    },
  });
});

describe('configuration', () => {
  const config = (text: string, args: string[], status: number, says?: RegExp): Row => ({
    files: { 'scscheck.config.json': text },
    args,
    status,
    ...(says ? { says } : {}),
  });
  rows({
    'that lets all pass': config('{ "failOn": "never" }', ['bad.md'], 0),
    'that asks for more': config('{ "failOn": "unverified" }', ['silent.md'], 1),
    'less than what the command line says': config('{ "failOn": "never" }', ['bad.md', '--fail-on', 'contradicted'], 1),
    'not asked for': config('{ "failOn": "never" ', ['bad.md', '--no-config'], 1),
    'for some files': config('{ "overrides": [{ "files": ["*.md"], "quoted": "note" }] }', ['quoted.md'], 0),
    'that turns the fact off': {
      ...config('{ "facts": { "off": ["no-national-score"] } }', ['bad.md'], 0),
    },
    'no JSON': config('{ "failOn": "never"\n', ['off.md'], 2, /^scscheck\.config\.json:\d+: /),
    empty: config('', ['off.md'], 2, /^scscheck\.config\.json: /),
    'an unknown key': config(
      '{\n  "failOn": "never",\n  "exlude": []\n}\n',
      ['off.md'],
      2,
      /^scscheck\.config\.json:3: .*exlude.*exclude/,
    ),
    'a wrong value': config('{\n  "failOn": "sometimes"\n}\n', ['off.md'], 2, /^scscheck\.config\.json:2: /),
    'a fact that is not known': config(
      '{\n  "facts": { "off": ["no-natoinal-score"] }\n}\n',
      ['off.md'],
      2,
      /^scscheck\.config\.json(?::2)?: .*no-natoinal-score/,
    ),
    'broken, though a contradiction is there': config('[]', ['bad.md'], 2, /^scscheck\.config\.json:?\d*: /),
    'found above': {
      files: { 'scscheck.config.json': '{ "failOn": 1 }', 'deep/a.md': OFF_TOPIC },
      within: 'deep',
      args: ['a.md'],
      status: 2,
      says: /scscheck\.config\.json:1: /,
    },
    'named and not there': { args: ['off.md', '--config', 'gone.json'], status: 2, says: /^gone\.json: / },
    'named and broken': {
      files: { 'c.yaml': 'failOn: [\n' },
      args: ['off.md', '--config', 'c.yaml'],
      status: 2,
      says: /^c\.yaml:\d+: /,
    },
    'in package.json, broken': {
      files: { 'package.json': '{\n  "name": "x",\n  "scscheck": { "nope": 1 }\n}\n' },
      args: ['off.md'],
      status: 2,
      says: /^package\.json:3: .*nope/,
    },
    'two in one folder': {
      files: { 'scscheck.config.json': '{}', 'scscheck.config.yaml': '{}' },
      args: ['off.md'],
      status: 2,
      says: /scscheck\.config\.json.*scscheck\.config\.yaml/,
    },
    'facts of it that are not there': config('{ "facts": { "add": ["gone.yml"] } }', ['off.md'], 2, /gone\.yml/),
  });
});

describe('a baseline', () => {
  const made = (cwd: string) => check(['bad.md', '--baseline', 'known.json', '--update-baseline'], cwd);
  const more = `${CONTRADICTED}\n\nEach person's score in China's social credit system is calculated by artificial intelligence.\n`;
  rows({
    'made anew': {
      args: ['bad.md', '--baseline', 'known.json', '--update-baseline'],
      status: 0,
      says: /^baseline: 0 known, 0 fixed, 1 new; known\.json written$/m,
    },
    'that holds what is found': {
      before: made,
      args: ['bad.md', '--baseline', 'known.json'],
      status: 0,
      says: /^baseline: 1 known, 0 fixed, 0 new$/m,
    },
    'that does not hold another': {
      before: async (cwd) => {
        await made(cwd);
        writeFileSync(join(cwd, 'bad.md'), more);
      },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 1,
      says: /^baseline: 1 known, 0 fixed, 1 new$/m,
    },
    'and an input that cannot be read': {
      before: made,
      args: ['bad.md', 'gone.md', '--baseline', 'known.json', '--quiet'],
      status: 3,
      says: /^gone\.md: /,
    },
    'that is not there': {
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json: .*--update-baseline/,
    },
    'to be updated, and none named': { args: ['bad.md', '--update-baseline'], status: 2, says: /--update-baseline/ },
    'no JSON': {
      files: { 'known.json': '{"scscheck": "base' },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json:1: /,
    },
    'cut short': {
      before: async (cwd) => {
        await made(cwd);
        const text = readFileSync(join(cwd, 'known.json'), 'utf8');
        writeFileSync(join(cwd, 'known.json'), text.slice(0, text.length / 2));
      },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json:\d+: /,
    },
    empty: {
      files: { 'known.json': '' },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json:?\d*: /,
    },
    'another file': {
      files: { 'known.json': '[1, 2]' },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json: /,
    },
    'with marks of a merge': {
      before: async (cwd) => {
        await made(cwd);
        writeFileSync(join(cwd, 'known.json'), `<<<<<<< HEAD\n${readFileSync(join(cwd, 'known.json'), 'utf8')}`);
      },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json:1: .*merge/,
    },
    'of a later version': {
      before: async (cwd) => {
        await made(cwd);
        const known = JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'));
        writeFileSync(join(cwd, 'known.json'), JSON.stringify({ ...known, version: 999 }));
      },
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json: .*later version/,
    },
    'that is a folder': {
      before: (cwd) => mkdirSync(join(cwd, 'known.json')),
      args: ['bad.md', '--baseline', 'known.json'],
      status: 2,
      says: /^known\.json: /,
    },
    'broken, and to be updated': {
      files: { 'known.json': '{' },
      args: ['bad.md', '--baseline', 'known.json', '--update-baseline'],
      status: 2,
      says: /^known\.json:1: /,
    },
  });

  test('a broken one is not written over', async () => {
    const { cwd } = await outcome({
      files: { 'known.json': '{' },
      args: ['bad.md', '--baseline', 'known.json', '--update-baseline'],
      status: 2,
    });
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe('{');
  });
});

describe('only what changed', () => {
  /** Makes the folder a repository: what is there is committed, then the drafts are written. */
  const repo =
    (drafts: Record<string, string> = {}, more: (made: TestRepository) => unknown = () => {}) =>
    (cwd: string): void => {
      const made = repositoryAt(cwd);
      made.git('init', '--quiet', '--initial-branch=main');
      made.commit();
      made.write(drafts);
      more(made);
    };
  const bad = { 'off.md': `${OFF_TOPIC}\n\n${CONTRADICTED}\n` };
  const stage = (made: TestRepository) => made.git('add', '--all');
  /** The folder `clone`, without the history before its last commit. */
  const shallow = repo({}, (made) => {
    made.commit(bad);
    made.commit({ 'off.md': `${OFF_TOPIC}\n` });
    made.git('clone', '--quiet', '--depth=1', `file://${made.root}`, 'clone');
  });
  rows({
    'nothing changed': { before: repo(), args: ['.', '--since', 'HEAD'], status: 0 },
    'a contradiction in lines that did not': {
      before: repo({ 'bad.md': `${CONTRADICTED}\n\n${OFF_TOPIC}\n` }),
      args: ['.', '--since', 'HEAD'],
      status: 0,
    },
    'a new one': { before: repo(bad), args: ['.', '--since', 'HEAD'], status: 1 },
    'a new one, and a folder elsewhere asked about': {
      files: { 'deep/a.md': OFF_TOPIC },
      before: repo(bad),
      args: ['deep', '--since', 'HEAD'],
      status: 0,
    },
    'a new one in a file that git does not know yet': {
      before: repo({ 'new.md': CONTRADICTED }),
      args: ['.', '--since', 'HEAD'],
      status: 1,
    },
    'a new one, from a folder below': {
      files: { 'deep/a.md': OFF_TOPIC },
      before: repo(bad),
      within: 'deep',
      args: ['../off.md', '--since', 'HEAD'],
      status: 1,
    },
    'nothing staged': { before: repo(bad), args: ['.', '--staged'], status: 0 },
    'one staged': { before: repo(bad, stage), args: ['.', '--staged'], status: 1 },
    'one staged, gone from the disk': {
      before: repo(bad, (made) => {
        stage(made);
        made.write({ 'off.md': OFF_TOPIC });
      }),
      args: ['.', '--staged'],
      status: 1,
    },
    'none staged, one on the disk': {
      before: repo({ 'off.md': `${OFF_TOPIC}\n${OFF_TOPIC}\n` }, (made) => {
        stage(made);
        made.write(bad);
      }),
      args: ['.', '--staged'],
      status: 0,
    },
    'one staged before the first commit': {
      before: (cwd) => {
        const made = repositoryAt(cwd);
        made.git('init', '--quiet');
        made.git('add', 'bad.md');
      },
      args: ['.', '--staged'],
      status: 1,
    },
    'and an input that is not there': {
      before: repo(bad),
      args: ['.', 'gone.md', '--since', 'HEAD'],
      status: 3,
      says: /^gone\.md: /,
    },
    'and a broken document': {
      before: repo({ ...bad, 'new.docx': 'no zip' }),
      args: ['.', '--since', 'HEAD'],
      status: 3,
      says: /new\.docx: /,
    },
    'a revision that does not exist': {
      before: repo(bad),
      args: ['.', '--since', 'origin/main'],
      status: 2,
      says: /^--since origin\/main: there is no such commit here \(fetch it/,
    },
    'a revision that looks like an option': {
      before: repo(bad),
      args: ['.', '--since=--all'],
      status: 2,
      says: /^--since --all: this is no name of a commit/,
    },
    'no commit yet': {
      before: (cwd) => repositoryAt(cwd).git('init', '--quiet'),
      args: ['.', '--since', 'HEAD'],
      status: 2,
      says: /no commit yet/,
    },
    'a shallow clone': {
      before: shallow,
      within: 'clone',
      args: ['.', '--since', 'HEAD~1'],
      status: 2,
      says: /^--since HEAD~1: .*shallow.*fetch-depth: 0/,
    },
    'a shallow clone, and what is staged': { before: shallow, within: 'clone', args: ['.', '--staged'], status: 0 },
    'no repository': { args: ['.', '--since', 'HEAD'], status: 2, says: /^this folder is in no git repository/ },
    'no repository, and what is staged': {
      args: ['.', '--staged'],
      status: 2,
      says: /^this folder is in no git repository/,
    },
    'a repository without files': {
      before: (cwd) => execFileSync('git', ['init', '--quiet', '--bare', join(cwd, 'bare')]),
      within: 'bare',
      args: ['.', '--since', 'HEAD'],
      status: 2,
      says: /^this repository has no files here/,
    },
    "somebody else's repository": {
      before: repo(bad),
      args: ['.', '--since', 'HEAD'],
      env: () => ({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }),
      status: 2,
      says: /^git: detected dubious ownership .*safe\.directory/,
    },
    'no git': {
      before: repo(bad),
      args: ['.', '--since', 'HEAD'],
      env: (cwd) => ({ PATH: cwd }),
      status: 2,
      says: /^git is not installed/,
    },
    'in conflict': {
      before: repo({}, (made) => {
        made.git('checkout', '--quiet', '-b', 'draft');
        made.commit({ 'off.md': 'One.\n' });
        made.git('checkout', '--quiet', 'main');
        made.commit({ 'off.md': 'Two.\n' });
        expect(() => made.git('merge', 'draft')).toThrow();
      }),
      args: ['.', '--staged'],
      status: 2,
      says: /off\.md: is in conflict/,
    },
    'a file of no repository': {
      before: repo(bad),
      args: ['/', '../elsewhere.md', '--since', 'HEAD'],
      status: 2,
      says: /^\.\.\/elsewhere\.md: lies outside the repository/,
    },
    'standard input': {
      before: repo(bad),
      args: ['-', '--since', 'HEAD'],
      stdin: CONTRADICTED,
      status: 2,
      says: /^-: is no file that git could compare/,
    },
    'an address': {
      before: repo(bad),
      args: ['http://127.0.0.1:9/', '--staged'],
      status: 2,
      says: /^http:\/\/127\.0\.0\.1:9\/: is no file/,
    },
  });
});

describe('a cache', () => {
  /** Every file below the folder. */
  const filesIn = (at: string): string[] =>
    readdirSync(at).flatMap((name) =>
      statSync(join(at, name)).isDirectory() ? filesIn(join(at, name)) : [join(at, name)],
    );
  const filled = async (cwd: string) => {
    await check(['bad.md', 'off.md', '--cache', 'kept'], cwd);
    expect(filesIn(join(cwd, 'kept'))).not.toEqual([]);
  };
  const spoilt = (spoil: (bytes: Buffer) => Buffer | string) => async (cwd: string) => {
    await filled(cwd);
    for (const file of filesIn(join(cwd, 'kept'))) writeFileSync(file, spoil(readFileSync(file)));
  };
  const args = ['bad.md', 'off.md', '--cache', 'kept'];
  rows({
    'made anew': { args, status: 1 },
    'that holds the results': { before: filled, args, status: 1 },
    'that holds those of a text since altered': {
      before: async (cwd) => {
        await filled(cwd);
        writeFileSync(join(cwd, 'bad.md'), OFF_TOPIC);
      },
      args,
      status: 0,
    },
    'of noise: checked anew': { before: spoilt(() => 'noise \0\n'), args, status: 1, says: /kept.*/ },
    'emptied: checked anew': { before: spoilt(() => ''), args, status: 1, says: /kept.*/ },
    'cut short: checked anew': {
      before: spoilt((bytes) => bytes.subarray(0, bytes.length / 2)),
      args,
      status: 1,
      says: /kept.*/,
    },
    'that is a file': { files: { kept: 'x' }, args, status: 2, says: /^kept: / },
  });

  test('spoilt, it gives the same results, and is whole again', async () => {
    const first = await outcome({ before: spoilt(() => 'noise'), args: [...args, '--format', 'jsonl'], status: 1 });
    const fresh = await check(['bad.md', 'off.md', '--format', 'jsonl'], first.cwd);
    expect(first.run.stdout).toBe(fresh.stdout);
    const again = await check([...args, '--format', 'jsonl'], first.cwd);
    expect({ stdout: again.stdout, stderr: again.stderr }).toEqual({ stdout: fresh.stdout, stderr: '' });
    rmSync(join(first.cwd, 'kept'), { recursive: true });
    expect(existsSync(join(first.cwd, 'kept'))).toBe(false);
  });
});
