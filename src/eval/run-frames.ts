/** Scores the coding of frames on coded files. */
import { readFile } from 'node:fs/promises';
import { checkArticle } from '../check.ts';
import { UsageError } from '../errors.ts';
import { loadFactBase } from '../facts/load.ts';
import { codeFrames } from '../frames/code.ts';
import { loadFrames } from '../frames/load.ts';
import { type CodedPassage, parseCoded } from './coded.ts';
import { type FrameScores, scoreFrames } from './frames.ts';
import { groupFiles, passageArticle } from './sets.ts';

/** The scores of one coded set and the files it was read from. */
export interface FrameReport extends FrameScores {
  name: string;
  files: string[];
}

/**
 * Scores the program on the coded sets the files make (numbered files are one set), as `check --frames` codes them. A line without a text takes that
 * of its id in the labelled set beside it: `dev.jsonl` for `frames-dev.jsonl`. Throws UsageError ("gold-unreadable",
 * "gold-empty") and ConfigError ("coded-invalid").
 */
export async function runFramesEval(files: readonly string[]): Promise<FrameReport[]> {
  const sets: { name: string; files: string[]; passages: CodedPassage[] }[] = [];
  for (const [name, members] of groupFiles(files))
    sets.push({ name, files: members, passages: (await Promise.all(members.map(readCoded))).flat() });
  const base = await loadFactBase();
  const frames = await loadFrames();
  const coder: Parameters<typeof checkArticle>[2] = {
    frames: (article, read) => codeFrames(article, read, base, frames),
  };
  return sets.map(({ name, files, passages }) => ({
    name,
    files,
    ...scoreFrames(passages, ({ id, text, date }) => {
      return checkArticle(passageArticle({ id, text, date, claims: [] }), base, coder).frames ?? [];
    }),
  }));
}

async function readCoded(file: string): Promise<CodedPassage[]> {
  const content = await readText(file);
  if (content === null) throw new UsageError('gold-unreadable', 'cannot be read', { file }, 'name a coded set');
  const beside = await readText(file.replace(/frames-(?=[^/\\]*$)/, ''));
  const passages = parseCoded(content, file, beside === null || beside === content ? new Map() : textsIn(beside));
  if (passages.length === 0) throw new UsageError('gold-empty', 'holds no coded passage', { file });
  return passages;
}

const readText = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

function textsIn(content: string): Map<string, string> {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.flatMap((line) => {
      try {
        const { id, text } = JSON.parse(line) as { id?: string; text?: string };
        return id !== undefined && text !== undefined ? [[id, text] as const] : [];
      } catch {
        return [];
      }
    }),
  );
}

const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1));

/** The reports as a table for people, a set after the other. */
export function renderFrames(reports: readonly FrameReport[]): string {
  return reports.map(renderSet).join('\n');
}

function renderSet({ name, passages, frames, macroF1, meanAlpha, stance }: FrameReport): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart(10))).join('');
  const rows = frames.map((one) =>
    line([one.frame, `${one.gold}`, `${one.said}`, percent(one.f1), one.alpha?.toFixed(3) ?? '–', percent(one.stance)]),
  );
  return `${[
    `${name}: ${passages} passages`,
    line(['frame', 'by hand', 'program', 'F1, %', 'alpha', 'stance, %']),
    ...rows,
    line(['mean', '', '', percent(macroF1), meanAlpha?.toFixed(3) ?? '–', percent(stance)]),
    'Means are over frames that at least five passages carry; stance is over all frames found.',
  ].join('\n')}\n`;
}
