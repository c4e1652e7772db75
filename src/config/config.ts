/** A configuration file made usable: its paths, globs and settings. */
import { dirname, resolve } from 'node:path';
import type { Format } from '../reporters/formats.ts';
import { insideRoot } from './inside.ts';
import { readConfig } from './read.ts';
import type { ConfigData } from './schema.ts';
import { type Override, type SettingsByFile, type Stated, settingsByFile } from './settings.ts';
import { checkValues, factsOffIn } from './values.ts';

/** A configuration, ready for use. All paths are absolute. */
export interface Config extends SettingsByFile {
  file: string;
  /** The file as messages call it: relative to the working folder where it lies in it. */
  shown: string;
  /** The folder of the file: globs and paths in it are relative to it. */
  root: string;
  /** Globs; null where every file of a known kind is taken. */
  include: readonly string[] | null;
  exclude: readonly string[];
  /** Files and folders of facts to add. */
  facts: readonly string[];
  baseline: string | null;
  cache: string | null;
  /** What to write where; `output` is null for standard output. Empty where nothing is stated. */
  reports: readonly { format: Format; output: string | null }[];
  /** What is stated, for `mergeCli`. */
  layers: { base: Stated; overrides: readonly Override[] };
  /** Facts that are off somewhere, with the line that says so, for `unknownFacts`. */
  factsOff: readonly { id: string; line: number }[];
  /** Whether a file is to be left out. Paths are absolute or relative to the working folder, as for `settingsFor`. */
  isExcluded: (path: string) => boolean;
  /** Whether a file found in a folder is to be taken, as far as `include` goes. */
  isIncluded: (path: string) => boolean;
}

/**
 * The configuration in `file`, which messages call `shown`; relative paths that it is asked about are those of `cwd`,
 * which is absolute. Throws ConfigError.
 */
export async function configFrom(file: string, shown: string, cwd: string): Promise<Config> {
  const { data, lineOf } = await readConfig(file, shown);
  // Globs take 3 ms to load, and many configurations have none.
  const globs = hasGlobs(data) ? await import('./globs.ts') : null;
  checkValues(data, globs?.globFault ?? null, shown, lineOf);

  const root = dirname(file);
  const inRoot = (path: string): string => resolve(root, path);
  const matching = (patterns: readonly string[], dot: boolean): ((path: string) => boolean) => {
    if (!globs || patterns.length === 0) return () => false;
    const matches = globs.matchesAny(patterns, { dot });
    return (path) => {
      const inside = insideRoot(root, cwd, path);
      return inside !== null && matches(inside);
    };
  };
  const layers = {
    base: statedIn(data),
    // As with a file that is named, one whose name begins with a dot is judged and left out like any other.
    overrides: (data.overrides ?? []).map((one) => ({ stated: statedIn(one), matches: matching(one.files, true) })),
  };
  return {
    file,
    shown,
    root,
    include: data.include ?? null,
    exclude: data.exclude ?? [],
    facts: (data.facts?.add ?? []).map(inRoot),
    baseline: data.baseline === undefined ? null : inRoot(data.baseline),
    cache: data.cache === undefined ? null : inRoot(data.cache),
    reports: (data.reports ?? []).map(({ format, output }) => ({
      format,
      output: output === undefined ? null : inRoot(output),
    })),
    layers,
    factsOff: factsOffIn(data, lineOf),
    ...settingsByFile(layers.base, layers.overrides, {}),
    isExcluded: matching(data.exclude ?? [], true),
    isIncluded: data.include ? matching(data.include, false) : () => true,
  };
}

const hasGlobs = ({ include, exclude, overrides }: ConfigData): boolean =>
  [include, exclude, overrides].some((list) => list !== undefined && list.length > 0);

function statedIn(data: Omit<ConfigData, '$schema'>): Stated {
  const { failOn, minConfidence, severity, quoted, facts, suppressions } = data;
  return { failOn, minConfidence, severity, quoted, suppressions, factsOff: facts?.off };
}
