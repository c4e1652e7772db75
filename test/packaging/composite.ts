/** Runs the steps of the composite action as a runner would: bash, files for outputs and summary, inputs as environment. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { folder, plainEnv } from '../cli/scscheck.ts';
import { GIT_ENV } from '../git/repository.ts';

interface Step {
  id?: string;
  name: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
  'continue-on-error'?: boolean;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

export const ACTION = parse(readFileSync('action.yml', 'utf8')) as Action;

export interface ActionRun {
  /** Exit status of the first step that failed; 0 where none did. */
  status: number;
  /** What the runner would read as commands and show as log. */
  log: string;
  outputs: Record<string, string>;
  summary: string;
  /** What the steps that use other actions were given. */
  used: { uses: string; with: Record<string, string> }[];
}

/** Runs the action in `workspace` with these inputs, for an event with this content. */
export function runAction(
  workspace: string,
  inputs: Record<string, string>,
  event: unknown,
  home = resolve('.'),
): ActionRun {
  const temporary = folder();
  const given = Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default]));
  const context: Context = { inputs: { ...given, ...inputs }, steps: {} };
  const files = { event: join(temporary, 'event.json'), summary: join(temporary, 'summary.md') };
  writeFileSync(files.event, JSON.stringify(event));
  writeFileSync(files.summary, '');
  const ran: ActionRun = { status: 0, log: '', outputs: {}, summary: '', used: [] };
  for (const [number, step] of ACTION.runs.steps.entries()) {
    if (ran.status !== 0 || (step.if && !holds(step.if, context))) continue;
    const values = (named: Record<string, string> = {}): Record<string, string> =>
      Object.fromEntries(Object.entries(named).map(([name, value]) => [name, filled(value, context)]));
    if (step.uses) {
      ran.used.push({ uses: step.uses, with: values(step.with) });
      continue;
    }
    const output = join(temporary, `output-${number}`);
    writeFileSync(output, '');
    mkdirSync(join(temporary, 'work'), { recursive: true });
    const { status, stdout } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', `exec 2>&1\n${step.run}`],
      {
        cwd: workspace,
        encoding: 'utf8',
        env: plainEnv({
          ...GIT_ENV,
          ...values(step.env),
          GITHUB_ACTIONS: 'true',
          GITHUB_ACTION_PATH: home,
          GITHUB_EVENT_PATH: files.event,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: files.summary,
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: join(temporary, 'work'),
        }),
      },
    );
    ran.status = status ?? -1;
    ran.log += stdout;
    if (step.id) context.steps[step.id] = pairs(readFileSync(output, 'utf8'));
  }
  for (const [name, { value }] of Object.entries(ACTION.outputs)) ran.outputs[name] = filled(value, context);
  ran.summary = readFileSync(files.summary, 'utf8');
  return ran;
}

interface Context {
  inputs: Record<string, string>;
  steps: Record<string, Record<string, string>>;
}

const EXPRESSION = /\$\{\{ *(.*?) *\}\}/g;

const filled = (text: string, context: Context): string =>
  text.replace(EXPRESSION, (_, path: string) => lookUp(path, context));

/** The value of `inputs.NAME` or `steps.ID.outputs.NAME`: all that the action uses. */
function lookUp(path: string, { inputs, steps }: Context): string {
  const [kind, name = '', , output = ''] = path.split('.');
  if (kind === 'inputs' && name in inputs) return inputs[name]!;
  if (kind === 'steps') return steps[name]?.[output] ?? '';
  throw new Error(`no such value: ${path}`);
}

/** Whether `PATH == 'TEXT'` holds. */
function holds(condition: string, context: Context): boolean {
  const [, path, text] = /^(\S+) == '([^']*)'$/.exec(condition) ?? [];
  if (path === undefined) throw new Error(`cannot tell: ${condition}`);
  return lookUp(path, context) === text;
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
