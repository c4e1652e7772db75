/**
 * Keeps the documentation true: runs every command whose output is shown and writes that output below it, fills
 * the tables of measured scores, and draws the picture of a terminal.
 *
 *   node docs/refresh.mjs          writes what has changed (after `npm run build`)
 *   node docs/refresh.mjs --check  writes nothing; names the files that are out of date and ends with status 1
 *
 * An output is shown where a block marked `sh` is followed by one marked `text` or `json`. Tables stand between
 * `<!-- NAME:begin -->` and `<!-- NAME:end -->`. What stands between `<!-- in a repository -->` and `<!-- out of it -->` is
 * done in an empty repository, all of it and in order: commands are run, also those without an output, which must end with
 * status 0, and a block behind `<!-- file: PATH -->` is written to that file. What stands behind `<!-- in a folder -->` is
 * done so in an empty folder that has the fixtures beside it; `<!-- keep: PATH as FILE -->` takes a file that was made there
 * into the project.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openFolder, openRepository } from './repository.mjs';
import { batchTable, confusionTable, frameTable, groupTable, recoveryTable, roundTable, scoreTable } from './scores.mjs';
import { terminalSvg } from './terminal.mjs';

const KINDS = {
  r1: 'about a national score',
  r2: 'about scope and roll-out',
  r3: 'plans and forecasts',
  r4: 'possibilities',
  r5: 'with a number',
  r6: 'with a date or a name',
  r7: 'about penalties',
  r8: 'about who is blacklisted',
  r9: 'about the character of the system',
  r10: 'about technology, firms, earlier history',
  r11: 'with “all”, “only”, “never”',
  r12: 'about matters beside the system',
};
const VOICES = { attributed: 'attributed to somebody', 'own voice': 'in the voice of the text' };
const DENIALS = { rejected: 'denied by the text or its source', asserted: 'asserted' };

const PROGRAM = `node '${resolve('dist/cli.js')}'`;

/** What a shell command prints, both streams, with `npx scscheck` taken from the build here. */
function run(command, place) {
  return ran(command, place).stdout;
}

function ran(command, { root = '.', env: given = process.env } = {}) {
  const { NO_COLOR: _n, FORCE_COLOR: _f, COLUMNS: _c, ...env } = given;
  const own = command.replaceAll('npx scscheck', PROGRAM);
  return spawnSync('sh', ['-c', `exec 2>&1; ${own}`], { encoding: 'utf8', cwd: root, env, maxBuffer: 1e8 });
}

/** How far a command is after some seconds, which no two machines agree on. */
const PROGRESS = /^scscheck: [\d,]+ checked, .*\n/gm;

/** A block of commands with what they print below it. */
function withOutput(command, kind, place) {
  const output = run(command, place).replace(PROGRESS, '').replace(/[ \t]+$/gm, '').trimEnd();
  return `\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`${kind}\n${output}\n\`\`\``;
}

function withOutputs(markdown) {
  const apart = /(<!-- in a (?:repository|folder) -->[\s\S]*?<!-- out of it -->)/;
  const shown = /```sh\n([^`]+)\n```\n\n```(text|json)\n[^`]*?```/g;
  const parts = markdown.split(apart).map((part, i) => {
    if (i % 2 === 1) return withSteps(part);
    return part.replace(shown, (_, command, kind) => withOutput(command, kind));
  });
  return parts.join('');
}

/** Files that steps have made for the project, by the names they have in it. */
const kept = new Map();

/** The part of a page that is done in a place of its own, from its first step to its last. */
function withSteps(markdown) {
  const step =
    /<!-- file: (\S+) -->\n+```\w+\n([\s\S]*?)```|<!-- keep: (\S+) as (\S+) -->|```sh\n([^`]+)\n```(?:\n\n```(text|json)\n[^`]*?```)?/g;
  const place = markdown.startsWith('<!-- in a folder') ? openFolder() : openRepository();
  try {
    return markdown.replace(step, (found, file, text, made, name, command, kind) => {
      if (file !== undefined) place.write(file, text);
      else if (made !== undefined) kept.set(name, readFileSync(join(place.root, made), 'utf8'));
      else if (kind !== undefined) return withOutput(command, kind, place);
      else {
        const { status, stdout } = ran(command, place);
        if (status !== 0) throw new Error(`status ${status} of a step:\n${command}\n${stdout}`);
      }
      return found;
    });
  } finally {
    place.close();
  }
}

function withTables(markdown, tables) {
  return markdown.replace(/<!-- (\w+):begin -->[\s\S]*?<!-- \1:end -->/g, (found, name) =>
    tables[name] === undefined ? found : `<!-- ${name}:begin -->\n${tables[name]}\n<!-- ${name}:end -->`,
  );
}

function measuredTables() {
  const command = 'eval fixtures/eval/dev.jsonl fixtures/eval/round-*.jsonl fixtures/eval/groups-*.jsonl fixtures/eval/train-*.jsonl --format json';
  const { sets } = JSON.parse(run(`npx scscheck ${command}`));
  const heldOut = sets.filter((set) => set.name === 'dev' || set.name === 'round');
  return {
    rounds: roundTable(JSON.parse(readFileSync('fixtures/eval/rounds.json', 'utf8')), rounds()),
    scores: scoreTable(sets, { short: true }),
    allscores: scoreTable(sets),
    confusion: confusionTable(sets.find((set) => set.name === 'dev')),
    kinds: groupTable(heldOut, 'rule', KINDS),
    voices: groupTable(heldOut, 'attribution', VOICES),
    denials: groupTable(heldOut, 'rejection', DENIALS),
    frames: framesTable(),
    batch: batchTable(['warc', 'workers', 'durability', 'memory', 'pages'].flatMap(benchmark)),
    linters: lintersTable(benchmark('linters')),
    recovery: recordedTable('recovery', 'On simulated corpora, of which it is known what shifts:', recoveryTable),
    study: recordedTable('study', 'Measured on generated corpora:', batchTable),
  };
}

/** The figures with a link to their record, which is there when they are; until then, how to get them. */
function lintersTable(figures) {
  const how = 'measures them on your machine, after `npm ci --prefix bench/linters`';
  if (figures.length === 0) return `\`npm run bench -- linters\` ${how}.`;
  return `${batchTable(figures)}\n\nThe record is [bench/results/linters.md](../bench/results/linters.md); \`npm run bench -- linters\` ${how}.`;
}

/** How frames are coded, against passages coded by hand that nothing was learned from. */
function framesTable() {
  const command = 'eval fixtures/eval/frames-dev.jsonl fixtures/eval/frames-round-*.jsonl --frames --format json';
  return frameTable(JSON.parse(run(`npx scscheck ${command}`)));
}

/** The figures of a group under a sentence, with a link to their record; nothing where it was never run. */
function recordedTable(group, sentence, tableOf) {
  const figures = benchmark(group);
  if (figures.length === 0) return '';
  return `${sentence}\n\n${tableOf(figures)}\n\nThe record is [bench/results/${group}.md](../bench/results/${group}.md).`;
}

/** The recorded figures of a group of benchmarks; none where it was never run. */
function benchmark(group) {
  const file = `bench/results/${group}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).figures : [];
}

/** The headline figures of each round by itself. */
function rounds() {
  const files = readdirSync('fixtures/eval').filter((name) => /^round-\d+\.jsonl$/.test(name)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return Object.fromEntries(
    files.map((name) => {
      const { sets } = JSON.parse(run(`npx scscheck eval fixtures/eval/${name} --format json`));
      return [name.replace('.jsonl', ''), sets[0].headlines];
    }),
  );
}

const picture = 'check docs/sample.txt';
const pages = readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
const tables = measuredTables();
const wanted = new Map(
  ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pages].map((file) => [
    file,
    withTables(withOutputs(readFileSync(file, 'utf8')), tables),
  ]),
);
for (const [file, text] of kept) wanted.set(file, text);
const colored = run(`npx scscheck ${picture} --color always`);
wanted.set('docs/terminal.svg', terminalSvg(`npx scscheck ${picture}`, colored, 'scscheck checks three sentences'));

const stale = [...wanted].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is out of date: node docs/refresh.mjs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
