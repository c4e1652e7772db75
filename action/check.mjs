/**
 * The action's check: runs the program on what the inputs say, prints its annotations, writes the job's summary and
 * the step's outputs. Ends with status 0 whatever was found: a later step ends the job, when all is reported.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEvent } from './event.mjs';
import { checkArguments } from './inputs.mjs';
import { commandFor, harmless, writeOutputs, writeSummary } from './report.mjs';
import { baseOf } from './since.mjs';

/** What the program may print, in bytes; it says itself what it leaves out of a long list of annotations. */
const MOST_PRINTED = 64 * 2 ** 20;

const { env } = process;
const event = readEvent(env.GITHUB_EVENT_PATH);
const sarif = join(env.RUNNER_TEMP, 'scscheck.sarif');
const summary = join(env.RUNNER_TEMP, 'scscheck.md');
for (const file of [sarif, summary]) rmSync(file, { force: true });

const args = checkArguments(env, { since: env.SCSCHECK_SINCE || baseOf(event), sarif, summary });
const ran = spawnSync(process.execPath, [env.SCSCHECK_PROGRAM, ...args], {
  encoding: 'utf8',
  maxBuffer: MOST_PRINTED,
  stdio: ['ignore', 'pipe', 'pipe'],
});
// A program that was killed, or printed more than it may, has not checked everything.
const status = ran.status ?? 2;
process.stdout.write(ran.stdout ?? '');
process.stderr.write(harmless(ran.stderr ?? ''));
if (status > 1) {
  const said = (ran.stderr ?? '').trim().split('\n').at(-1) || (ran.error?.message ?? 'ended before its time');
  process.stdout.write(`${commandFor(said)}\n`);
}

const results = existsSync(sarif) ? resultsOf(readFileSync(sarif, 'utf8')) : null;
if (env.SCSCHECK_SUMMARY === 'true' && existsSync(summary)) writeSummary(env.GITHUB_STEP_SUMMARY, summary);
writeOutputs(env.GITHUB_OUTPUT, {
  status,
  findings: results ? results.length : '',
  'sarif-file': results ? sarif : '',
  // A fork's token may not write: an upload would only leave an error behind.
  upload: results !== null && env.SCSCHECK_SARIF === 'true' && !event.fromFork,
});

/** The results of a report, or null where it breaks off. */
function resultsOf(text) {
  try {
    return JSON.parse(text).runs.flatMap((run) => run.results ?? []);
  } catch {
    return null;
  }
}
