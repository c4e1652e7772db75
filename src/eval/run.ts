/** Scores the program on labelled files. */
import { readFile } from 'node:fs/promises';
import { checkArticle } from '../check.ts';
import { UsageError } from '../errors.ts';
import { loadFactBase } from '../facts/load.ts';
import { evaluate } from './evaluate.ts';
import { type GoldPassage, parseGold } from './gold.ts';
import { type RenderOptions, renderAblations, renderJson, renderReports, type SetReport } from './render.ts';
import { groupFiles, passageArticle } from './sets.ts';

/** Options of `scscheck eval`. */
export interface EvalOptions extends RenderOptions {
  /** JSON instead of tables. Default: false. */
  json?: boolean | undefined;
  /** Print what each part of the program is worth instead. Default: false. */
  ablate?: boolean | undefined;
  /** Facts of the user's own, as `check --facts`. Default: none. */
  facts?: readonly string[] | undefined;
}

/**
 * Scores the program on the labelled sets the files make (numbered files are one set) and gives the reports with
 * their rendering. Throws `UsageError` ("gold-unreadable", "gold-empty") for a file that cannot be read or holds no
 * passage, `ConfigError` ("gold-invalid") for a line that is no labelled passage, and what loading facts throws.
 */
export async function runEval(
  files: readonly string[],
  options: EvalOptions = {},
): Promise<{ report: SetReport[]; text: string }> {
  const sets: { name: string; files: string[]; gold: GoldPassage[] }[] = [];
  for (const [name, members] of groupFiles(files)) {
    sets.push({ name, files: members, gold: (await Promise.all(members.map(readGold))).flat() });
  }
  const factBase = await loadFactBase([...(options.facts ?? [])]);
  if (options.ablate) {
    const { ablations } = await import('./ablate.ts');
    const ways = [...ablations(factBase)];
    const tables = sets.map(({ name, gold }) =>
      renderAblations(
        ways.map(([way, check]) => ({
          name: way,
          scores: evaluate(gold, (passage) => check(passageArticle(passage))).scores,
        })),
        name,
      ),
    );
    return { report: [], text: tables.join('\n') };
  }
  const report = sets.map(({ name, files, gold }) => ({
    name,
    files,
    ...evaluate(gold, (passage) => checkArticle(passageArticle(passage), factBase).claims),
  }));
  return { report, text: options.json ? renderJson(report, options) : renderReports(report, options) };
}

async function readGold(file: string): Promise<GoldPassage[]> {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError('gold-unreadable', `cannot be read: ${cause.code ?? cause.message}`, { file }, null, {
      cause,
    });
  });
  const gold = parseGold(content, file);
  if (gold.length === 0) throw new UsageError('gold-empty', 'holds no labelled passage', { file });
  return gold;
}
