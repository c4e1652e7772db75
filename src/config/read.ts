/** Reads and validates a configuration file. */
import { basename, extname } from 'node:path';
import { ConfigError } from '../errors.ts';
import { PACKAGE_KEY } from './find.ts';
import { problemsOf } from './issues.ts';
import { parseJson } from './json-places.ts';
import { type Fault, lineAt, type Parsed, type Path } from './places.ts';
import { type ConfigProblem, firstOf, quoted } from './problems.ts';
import { type ConfigData, configSchema } from './schema.ts';
import { configText } from './text.ts';

/** A valid configuration, and where its parts stand. */
export interface ReadConfig {
  /** How messages call the file. */
  shown: string;
  data: ConfigData;
  /** The line, from 1, of the value at a path; of what is around it where there is none. */
  lineOf: (path: Path) => number;
}

/**
 * The configuration in `file`, which messages call `shown`: JSON by `.json`, the key `scscheck` of a file that is called
 * package.json, YAML by any other name. Throws ConfigError with the line of the first thing that is wrong.
 */
export async function readConfig(file: string, shown = file): Promise<ReadConfig> {
  const text = configText(file, shown);
  const isPackage = basename(file) === 'package.json';
  const kind = extname(file).toLowerCase() === '.json' ? 'JSON' : 'YAML';
  if (text.trim() === '') throw empty(shown, kind);
  const parsed = kind === 'JSON' ? parseJson(text) : (await import('./yaml-places.ts')).parseYaml(text);
  if ('fault' in parsed) throw broken(parsed, shown, kind);
  const before = isPackage ? [PACKAGE_KEY] : [];
  const data = isPackage ? ofPackage(parsed.data, shown) : parsed.data;
  if (data === null && kind === 'YAML') throw empty(shown, kind);
  const result = configSchema.safeParse(data);
  const problems = [
    ...twiceKeys(parsed, before),
    ...(result.error?.issues ?? []).flatMap((issue) => problemsOf(issue, data, parsed.places, before)),
  ];
  if (problems.length > 0 || !result.success) throw firstOf(problems, shown);
  return { shown, data: result.data, lineOf: (path) => lineAt(parsed.places, [...before, ...path]) };
}

function empty(shown: string, kind: 'JSON' | 'YAML'): ConfigError {
  const hint = kind === 'JSON' ? 'write {} for a configuration that states nothing' : 'state a key, or remove the file';
  return new ConfigError('config-syntax', 'is empty', { file: shown }, hint);
}

function broken({ fault, line }: Fault, shown: string, kind: 'JSON' | 'YAML'): ConfigError {
  const hint =
    kind === 'JSON' ? 'JSON has no comments and no last comma; YAML is read too, from scscheck.config.yaml' : null;
  return new ConfigError('config-syntax', fault, { file: shown, line }, hint);
}

function ofPackage(data: unknown, shown: string): unknown {
  if (typeof data === 'object' && data !== null && Object.hasOwn(data, PACKAGE_KEY)) {
    return (data as Record<string, unknown>)[PACKAGE_KEY];
  }
  const message = `has no key "${PACKAGE_KEY}"`;
  throw new ConfigError('config-not-found', message, { file: shown }, 'add it, or name another file');
}

/** Keys that stand twice; in package.json those of the configuration alone. */
function twiceKeys({ twice }: Parsed, before: Path): ConfigProblem[] {
  return twice
    .filter(({ path }) => before.every((part, index) => path[index] === part))
    .map(({ path, line, first }) => ({
      code: 'config-twice',
      line,
      message: `key ${quoted(String(path.at(-1)))} stands twice`,
      hint: `the first is on line ${first}`,
    }));
}
