/** Settings from what is stated in several places. Pure. */
import type { Label } from '../model.ts';
import type { Severity } from '../review/finding.ts';
import { DEFAULT_SETTINGS, type Settings } from '../review/settings.ts';

type Maybe<T> = { [K in keyof T]?: T[K] | undefined };

/** What one place states: a configuration, an override in it, the command line. What is undefined is not stated. */
export interface Stated extends Maybe<Pick<Settings, 'failOn' | 'minConfidence' | 'quoted' | 'factsOff'>> {
  severity?: Maybe<Record<Label, Severity>> | undefined;
  suppressions?: Maybe<Settings['suppressions']> | undefined;
}

/** Labels of which findings are wanted, where `failOn` says that they count and no severity is stated. */
const COUNTING: Record<Settings['failOn'], readonly Label[]> = {
  never: [],
  contradicted: [],
  unverified: ['unverified'],
  supported: ['unverified', 'supported'],
};

/**
 * What holds when `layers` are stated, later ones over earlier ones, severities and suppressions key by key; facts that
 * are off in one are off. A label that `failOn` counts, and whose severity nobody states, is a warning instead of off.
 */
export function settingsFrom(layers: readonly Stated[]): Settings {
  const last = <T>(pick: (layer: Stated) => T | undefined, fallback: T): T =>
    layers.map(pick).findLast((value) => value !== undefined) ?? fallback;
  const failOn = last((layer) => layer.failOn, DEFAULT_SETTINGS.failOn);
  const severityOf = (label: Label): Severity => {
    const unstated = COUNTING[failOn].includes(label) ? 'warning' : DEFAULT_SETTINGS.severity[label];
    return last((layer) => layer.severity?.[label], unstated);
  };
  const { requireReason, reportUnused } = DEFAULT_SETTINGS.suppressions;
  return {
    failOn,
    minConfidence: last((layer) => layer.minConfidence, DEFAULT_SETTINGS.minConfidence),
    severity: {
      contradicted: severityOf('contradicted'),
      unverified: severityOf('unverified'),
      supported: severityOf('supported'),
    },
    quoted: last((layer) => layer.quoted, DEFAULT_SETTINGS.quoted),
    factsOff: [...new Set(layers.flatMap((layer) => layer.factsOff ?? []))],
    suppressions: {
      requireReason: last((layer) => layer.suppressions?.requireReason, requireReason),
      reportUnused: last((layer) => layer.suppressions?.reportUnused, reportUnused),
    },
  };
}

/** Settings of each file. */
export interface SettingsByFile {
  /** Those of a file that no override is for, and of what is no file. */
  settings: Settings;
  /** Those of the file at `path`: absolute, or relative to the working folder. The same object for the same settings. */
  settingsFor: (path: string) => Settings;
}

/** An override: what it states, and which files it is for. */
export interface Override {
  stated: Stated;
  matches: (path: string) => boolean;
}

/** Settings by file, of what holds everywhere, of overrides (later ones win) and of what wins over all of it. */
export function settingsByFile(base: Stated, overrides: readonly Override[], over: Stated): SettingsByFile {
  const settings = settingsFrom([base, over]);
  const known = new Map([['', settings]]);
  const settingsFor = (path: string): Settings => {
    const holding = overrides.flatMap(({ matches }, index) => (matches(path) ? [index] : []));
    const combination = holding.join();
    let found = known.get(combination);
    if (!found) {
      found = settingsFrom([base, ...holding.map((index) => overrides[index]!.stated), over]);
      known.set(combination, found);
    }
    return found;
  };
  return { settings, settingsFor };
}

/**
 * Settings by file with what the command line states, which wins over the configuration and its overrides. Only what
 * was given belongs into `cli`, no defaults. Without a configuration, the defaults are under it.
 */
export function mergeCli(
  config: { layers: { base: Stated; overrides: readonly Override[] } } | null,
  cli: Stated,
): SettingsByFile {
  return settingsByFile(config?.layers.base ?? {}, config?.layers.overrides ?? [], cli);
}
