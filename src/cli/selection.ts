/** Which inputs a check takes: those given, or the configuration's, or what of them changed. */
import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Config } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { ChangedInput } from '../git/changed-inputs.ts';
import type { Changes } from '../git/since.ts';
import type { StagedChanges } from '../git/staged.ts';
import type { ChangedLines } from '../review/review.ts';
import { expand, type Unit } from '../source/expand.ts';
import { errorItem, tooLarge } from '../source/failures.ts';
import { isTakenFromFolders } from '../source/formats.ts';
import { FILE_BYTES } from '../source/read-unit.ts';
import { ownOutputs } from './refuse-output.ts';

export interface SelectionOptions {
  since?: string | undefined;
  staged?: boolean | undefined;
  signal: AbortSignal;
}

export interface InputSelection {
  /** What is read, for messages. */
  inputs: string[];
  /** What is to be read. */
  units(): AsyncIterable<Unit>;
  /** The changed lines of an input as results name it; undefined where all of it is to be reported. */
  changedIn(id: string): ChangedLines | undefined;
  /** Whether having read nothing is in order: nothing changed, or what was named is left out by the configuration. */
  mayBeEmpty(): boolean;
  /** Whether parts of inputs are left out, so that what is not found may still be there. */
  partial: boolean;
}

/** Throws UsageError and what git's part throws. */
export async function selectInputs(
  given: readonly string[],
  config: Config | null,
  own: OwnFiles,
  options: SelectionOptions,
): Promise<InputSelection> {
  if (options.since !== undefined && options.staged)
    throw new UsageError('two-changes', '--since and --staged ask for different things', null, 'give one of them');
  if (options.since !== undefined || options.staged) return changedSelection(given, config, own, options);
  const inputs = given.length > 0 ? [...given] : configured(config);
  let leftOut = 0;
  const filters = {
    takes: takenBy(config, own),
    failed: (path: string) => !isLeftOut(path, config),
    named: (path: string) => {
      const left = isLeftOut(path, config);
      if (left) leftOut++;
      return !left;
    },
  };
  return {
    inputs,
    units: () => expand(inputs, filters),
    changedIn: () => undefined,
    mayBeEmpty: () => leftOut > 0,
    partial: false,
  };
}

/** What the program itself writes, which is no input even where it stands among them. */
export interface OwnFiles {
  outputs: readonly string[];
  folders: readonly string[];
}

/** Whether a file found in a folder is taken. */
function takenBy(config: Config | null, { outputs, folders }: OwnFiles): (path: string) => boolean {
  const isOwn = ownOutputs(outputs, folders);
  if (config === null) return (path) => !isOwn(path);
  return (path) => config.isIncluded(path) && !config.isExcluded(path) && !isOwn(path);
}

const isLeftOut = (path: string, config: Config | null): boolean => config?.isExcluded(path) ?? false;

/** The folders that the globs of the configuration begin with, as the working folder names them. */
function configured(config: Config | null): string[] {
  if (config === null || config.include === null) {
    const hint = config === null ? 'name files, folders or URLs' : `name them, or give "include" in ${config.shown}`;
    throw new UsageError('no-input', 'nothing to check is given', null, hint);
  }
  const folders = config.include.map((glob) => {
    const fixed = glob.split('/').slice(0, -1);
    const wild = fixed.findIndex((part) => /[*?[{]/.test(part));
    return (wild < 0 ? fixed : fixed.slice(0, wild)).join('/');
  });
  const from = relative(process.cwd(), config.root).split(sep).join('/');
  const sorted = [...new Set(folders)].sort();
  // What lies in another folder of the list is walked with it.
  const outer = sorted.filter(
    (one) => !sorted.some((other) => other !== one && (other === '' || one.startsWith(`${other}/`))),
  );
  const paths = outer.map((folder) => [from, folder].filter((part) => part !== '').join('/') || '.');
  // A folder that is not there yet is none of today's business, as long as another is.
  const there = paths.filter((path) => existsSync(path));
  return there.length > 0 ? there : paths;
}

async function changedSelection(
  given: readonly string[],
  config: Config | null,
  own: OwnFiles,
  { since, signal }: SelectionOptions,
): Promise<InputSelection> {
  const { changedInputs } = await import('../git/changed-inputs.ts');
  const inputs = given.length > 0 ? [...given] : config?.include ? configured(config) : ['.'];
  const options = { paths: inputs, signal };
  const staged =
    since === undefined
      ? await (await import('../git/staged.ts')).stagedChanges({ ...options, longest: FILE_BYTES })
      : null;
  const changes: Changes = staged ?? (await (await import('../git/since.ts')).changesSince(since!, options));
  const takes = takenBy(config, own);
  const named = new Set(inputs);
  const chosen = changedInputs(changes, inputs, { takes: isTakenFromFolders }).filter(({ path }) =>
    named.has(path) ? !isLeftOut(path, config) : takes(path),
  );
  const files = new Map(onceEach(chosen).map(({ path, file }) => [path, file]));
  return {
    inputs,
    units: () => (staged ? stagedUnits(staged, files) : diskUnits(files)),
    changedIn: (id) => {
      const file = files.get(id);
      return file == null ? undefined : changes.files.get(file);
    },
    mayBeEmpty: () => true,
    partial: true,
  };
}

/** The same file under two names is read once. */
function onceEach(chosen: readonly ChangedInput[]): ChangedInput[] {
  const seen = new Set<string>();
  return chosen.filter(({ file }) => file === null || (!seen.has(file) && seen.add(file)));
}

async function* diskUnits(files: ReadonlyMap<string, string | null>): AsyncGenerator<Unit> {
  for (const path of files.keys()) yield* expand([path]);
}

async function* stagedUnits(changes: StagedChanges, files: ReadonlyMap<string, string | null>): AsyncGenerator<Unit> {
  const names = new Map([...files].flatMap(([path, file]) => (file === null ? [] : [[file, path]])));
  for (const [path, file] of files) if (file === null) yield* expand([path]);
  for await (const { path: file, bytes } of changes.contents(names.keys())) {
    const path = names.get(file)!;
    if (bytes) yield { kind: 'bytes', path, bytes };
    else yield { kind: 'made', item: errorItem(path, { file: path }, tooLarge(FILE_BYTES)) };
  }
}
