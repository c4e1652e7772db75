/** The fact base's own files, as the tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFactFile } from '../../src/facts/parse.ts';
import { parseSeedRecord } from '../../src/facts/seed.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file of a folder of `claims/`, sorted, with its path from the root. */
export function claimFiles(folder: string): { file: string; text: string }[] {
  return readdirSync(`${root}claims/${folder}`)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const file = `claims/${folder}/${name}`;
      return { file, text: readFileSync(root + file, 'utf8') };
    });
}

export const seed = parseSeedRecord(readFileSync(`${root}seeds/scs-2022.json`, 'utf8'), 'seeds/scs-2022.json');
export const parsed = claimFiles('facts').map(({ file, text }) => parseFactFile(text, file));
export const facts = parsed.flatMap((one) => one.facts);
