/** How each text is judged: by the configuration that holds where its file lies. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { unknownFacts } from '../config/values.ts';
import { ConfigError, FactBaseError, type KnownError } from '../errors.ts';
import { type FactBase, loadFactBase } from '../facts/load.ts';
import type { BaselineEntry } from '../review/baseline.ts';
import { matchBaseline } from '../review/baseline-match.ts';
import { parseBaseline } from '../review/baseline-parse.ts';
import { DEFAULT_SETTINGS } from '../review/settings.ts';
import type { Judgement, Judging } from './checking.ts';

/** Most folders of which the configuration is remembered; more are read again. */
const MOST_FOLDERS = 200;

/** What holds in a folder. */
interface Holding {
  config: Config | null;
  base: FactBase;
  /** What is let be; empty without a baseline. */
  known: readonly BaselineEntry[];
  problem: KnownError | null;
}

/**
 * Judges files by configuration. `base` is the fact base with the files of `facts`, which the command line names: those that a
 * configuration adds come on top. Where a configuration is broken, files are judged as if there were none.
 */
export function createJudgement(facts: readonly string[], base: FactBase): Judgement {
  const none: Holding = { config: null, base, known: [], problem: null };
  const holdings = new Map<string, Promise<Holding>>();
  const bases = new Map<string, Promise<FactBase>>();
  const baseWith = (added: readonly string[]): Promise<FactBase> => {
    if (added.length === 0) return Promise.resolve(base);
    const key = added.join('\0');
    const loaded = bases.get(key) ?? loadFactBase([...facts, ...added]);
    bases.set(key, loaded);
    return loaded;
  };
  const holdingIn = async (folder: string): Promise<Holding> => {
    try {
      const config = await loadConfig({ cwd: folder });
      if (config === null) return { ...none };
      const own = await baseWith(config.facts);
      const problem = unknownFacts(config, [...own.byId.keys()]);
      const known = await baselineOf(config);
      return { config, base: own, known, problem: problem && placed(problem, folder) };
    } catch (thrown) {
      if (!(thrown instanceof ConfigError || thrown instanceof FactBaseError)) throw thrown;
      return { ...none, problem: placed(thrown, folder) };
    }
  };
  return {
    async of(path) {
      if (path === null) return judging(none, '');
      const folder = dirname(path);
      const holding = holdings.get(folder) ?? holdingIn(folder);
      if (holdings.size >= MOST_FOLDERS) holdings.clear();
      holdings.set(folder, holding);
      return judging(await holding, path);
    },
    reload() {
      holdings.clear();
      bases.clear();
    },
  };
}

/** The baseline that a configuration names; none where it has not been written yet. */
async function baselineOf({ baseline }: Config): Promise<BaselineEntry[]> {
  if (baseline === null || !existsSync(baseline)) return [];
  const text = await readFile(baseline, 'utf8').catch((cause) => {
    throw new ConfigError('baseline-unreadable', 'cannot be read', { file: baseline }, null, { cause });
  });
  return parseBaseline(text, baseline);
}

function judging({ config, base, known, problem }: Holding, path: string): Judging {
  // A baseline names files as seen from its folder.
  const file = config?.baseline ? relative(dirname(config.baseline), path).split(sep).join('/') : '';
  const own = known.filter((entry) => entry.file === file);
  return {
    base,
    problem,
    excused: (review) =>
      own.length === 0 ? review.findings : matchBaseline(own, [{ file, review }]).reviews[0]!.findings,
    settings: config?.settingsFor(path) ?? DEFAULT_SETTINGS,
    excluded: config?.isExcluded(path) ?? false,
  };
}

/** The error with a path that holds whatever the working folder: configurations are shown relative to the folder that asks. */
function placed({ code, message, place, hint }: KnownError, folder: string): KnownError {
  return new ConfigError(code, message, place && { ...place, file: resolve(folder, place.file) }, hint);
}
