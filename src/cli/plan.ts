/** What a check is to do, from the command line and the configuration. */
import type { Config } from '../config/config.ts';
import type { SettingsByFile } from '../config/settings.ts';
import { UsageError } from '../errors.ts';
import { isFindingFormat } from '../reporters/formats.ts';
import type { CheckCommandOptions } from './check.ts';
import { pairReports, type ReportAsked, refuseSame } from './reports.ts';
import { type InputSelection, selectInputs } from './selection.ts';

export interface Plan extends SettingsByFile {
  selection: InputSelection;
  reports: ReportAsked[];
  /** Whether a report was asked for, on the command line or in the configuration. */
  reportsAsked: boolean;
  config: Config | null;
  /** Files and folders of facts to add. */
  facts: string[];
  baseline: { file: string; update: boolean; grow: boolean } | null;
  /** Folder of the cache. */
  cache: string | undefined;
  /** The files among the reports. */
  outputs: string[];
  /** Whether findings are needed with surroundings and fingerprints: by a format for linters or a baseline. */
  inDetail: boolean;
}

/** Throws UsageError and ConfigError. */
export async function planCheck(
  given: readonly string[],
  options: CheckCommandOptions,
  signal: AbortSignal,
): Promise<Plan> {
  const asked = pairReports(options.reports);
  const config = await configOf(options);
  const { mergeCli } = await import('../config/settings.ts');
  const { failOn, minConfidence, quoted } = options;
  const settings = mergeCli(config, { failOn, minConfidence, quoted });
  const stated = asked.length > 0 ? asked : (config?.reports.map((one) => ({ ...one })) ?? []);
  refuseSame(stated);
  const reports: ReportAsked[] = stated.length > 0 ? stated : [{ format: 'human', output: null }];
  const baseline = baselineOf(options, config);
  const plan: Omit<Plan, 'selection'> = {
    ...settings,
    reports,
    reportsAsked: stated.length > 0,
    config,
    facts: [...(config?.facts ?? []), ...(options.facts ?? [])],
    baseline,
    cache: options.cache ?? config?.cache ?? undefined,
    outputs: reports.flatMap(({ output }) => output ?? []),
    inDetail: baseline !== null || reports.some(({ format }) => isFindingFormat(format)),
  };
  if (options.toText && plan.reports.length > 1)
    throw new UsageError('text-alone', '--to-text prints one text and no reports', null, 'give one --output at most');
  if (options.run !== undefined) refuseWithRun(options, plan.reports);
  const own = { outputs: plan.outputs, folders: [plan.cache, options.run].filter((folder) => folder !== undefined) };
  return { ...plan, selection: await selectInputs(given, config, own, { ...options, signal }) };
}

async function configOf({ config }: CheckCommandOptions): Promise<Config | null> {
  if (config === false) return null;
  const { loadConfig } = await import('../config/load.ts');
  return loadConfig({ cwd: process.cwd(), file: config });
}

function baselineOf(
  { baseline, updateBaseline = false, growBaseline = false }: CheckCommandOptions,
  config: Config | null,
): Plan['baseline'] {
  const file = baseline ?? config?.baseline ?? null;
  if (file !== null) return { file, update: updateBaseline, grow: growBaseline };
  if (!updateBaseline && !growBaseline) return null;
  const option = updateBaseline ? '--update-baseline' : '--grow-baseline';
  throw new UsageError('no-baseline', `${option} needs to know which file`, null, 'give --baseline FILE');
}

/** A run keeps records, which say nothing of suppressions, changes and a baseline. */
function refuseWithRun(options: CheckCommandOptions, reports: readonly ReportAsked[]): void {
  const format = reports.find((one) => isFindingFormat(one.format))?.format;
  const given = [
    options.since !== undefined && '--since',
    options.staged && '--staged',
    options.baseline !== undefined && '--baseline',
    options.updateBaseline && '--update-baseline',
    options.growBaseline && '--grow-baseline',
    format !== undefined && `--format ${format}`,
  ].find((one) => one);
  if (given) throw new UsageError('not-in-a-run', `${given} does not go with --run`, null, 'leave one of them out');
}
