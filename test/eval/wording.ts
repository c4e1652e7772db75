/** Runs of words that two texts share. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const RUN = 7;

const words = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .match(/[a-z0-9']+/g) ?? [];

function* runsOf(text: string): Generator<string> {
  const all = words(text);
  for (let i = 0; i + RUN <= all.length; i++) yield all.slice(i, i + RUN).join(' ');
}

/** Every run of seven words within one of the texts. */
export function runs(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...runsOf(text)]));
}

/** Where a forbidden run stands. */
export interface Hit {
  file: string;
  run: string;
}

/** The runs of `forbidden` that stand in a file at or below one of `paths`; a path that is missing has none. */
export function findRuns(paths: readonly string[], forbidden: ReadonlySet<string>): Hit[] {
  return paths.flatMap(filesBelow).flatMap((file) => {
    const hits = new Set<string>();
    for (const run of runsOf(readFileSync(file, 'utf8'))) if (forbidden.has(run)) hits.add(run);
    return [...hits].map((run) => ({ file, run }));
  });
}

function filesBelow(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  return stat.isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)));
}
