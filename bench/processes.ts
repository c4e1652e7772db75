/** Benchmarks of whole processes: start-up, and off-topic articles through the program. */
import { spawnSync } from 'node:child_process';
import { openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, atMost, type Figure } from './figure.ts';
import { scratchFolder, writeDraft, writeOffTopic } from './files.ts';
import { interleaved, round, wall } from './stats.ts';

const CLI = 'dist/cli.js';
const START_ROUNDS = 15;
const OFF_TOPIC_ROUNDS = 3;

/** Runs node to its end; `output` is where its standard output goes. Throws when it ends with status 2 or above. */
function node(args: string[], output: string | null = null): void {
  const stdout = output ? openSync(output, 'w') : 'ignore';
  const { status, stderr, signal } = spawnSync(process.execPath, args, { stdio: ['ignore', stdout, 'pipe'] });
  if (status === null || status > 1) throw new Error(`node ${args.join(' ')}: ${signal ?? status}\n${stderr}`);
}

/** Wall time of a check of one 1,000-word draft, and of `--help`, over that of an empty node process. */
export function startUp(): Figure[] {
  const draft = writeDraft(scratchFolder());
  const times = interleaved(
    {
      bare: () => node(['-e', '0']),
      check: () => node([CLI, 'check', draft]),
      help: () => node([CLI, '--help']),
    },
    START_ROUNDS,
    wall,
  );
  const bare = `node -e 0 ${round(times.bare)} ms`;
  return [
    {
      name: 'start-up: check of a 1,000-word draft / node -e 0',
      value: round(times.check / times.bare),
      target: atMost(5),
      detail: `${round(times.check)} ms, ${bare}; medians of ${START_ROUNDS} whole processes taking turns`,
    },
    {
      name: 'start-up: --help / node -e 0',
      value: round(times.help / times.bare),
      target: atMost(2),
      detail: `${round(times.help)} ms, ${bare}`,
    },
  ];
}

/**
 * Rate at which off-topic JSONL passes, over the rate at which node decodes and parses the same lines: of articles
 * without a word of the topic, and where one in twenty mentions China, credit or blacklists.
 */
export function offTopic(): Figure[] {
  return [
    passing('off-topic JSONL: rate of check / rate of decode and JSON.parse', 200e6, 0, atLeast(1)),
    passing('the same where one article in twenty comes near the topic', 50e6, 0.05, null),
  ];
}

function passing(name: string, size: number, near: number, target: Figure['target']): Figure {
  const folder = scratchFolder();
  const { file, bytes, articles } = writeOffTopic(folder, size, near);
  const results = join(folder, 'results.jsonl');
  const times = interleaved(
    {
      parse: () => node(['bench/decode-jsonl.mjs', file]),
      check: () => node([CLI, 'check', file, '--format', 'jsonl'], results),
    },
    OFF_TOPIC_ROUNDS,
    wall,
  );
  if (statSync(results).size === 0) throw new Error('no results were written');
  const rate = (ms: number) => `${round(bytes / 1e3 / ms, 0)} MB/s`;
  const read = `${round(bytes / 1e6, 0)} MB, ${articles} articles`;
  return {
    name,
    value: round(times.parse / times.check),
    target,
    detail: `${rate(times.check)}, ${rate(times.parse)}; ${read}, medians of ${OFF_TOPIC_ROUNDS} whole processes taking turns`,
  };
}
