/** Sets coded for frames: one passage a line, as `docs/frames.md` describes it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import { FRAMES, STANCES } from '../model.ts';

const codeSchema = z.strictObject({ frame: z.enum(FRAMES), stance: z.enum(STANCES) });
const codedSchema = z.object({
  id: z.string().min(1),
  date: z.string().nullable().optional(),
  text: z.string().min(1).optional(),
  frames: z.array(codeSchema),
});

/** A passage and the frames that a careful reader finds in it, one a frame. */
export interface CodedPassage {
  id: string;
  date: string | null;
  text: string;
  frames: z.infer<typeof codeSchema>[];
}

/**
 * Reads a coded set. `texts` has the passages of the set it codes, by id, for lines without a text of their own.
 * Throws `ConfigError` ("coded-invalid") that names the file and the 1-based line of the first fault: no JSON, no such
 * shape, an id or a frame twice, no text.
 */
export function parseCoded(
  content: string,
  file: string,
  texts: ReadonlyMap<string, string> = new Map(),
): CodedPassage[] {
  const seen = new Set<string>();
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fail = (message: string): never => {
      throw new ConfigError(
        'coded-invalid',
        message,
        { file, line: index + 1 },
        'a coded set has one passage a line: id, frames',
      );
    };
    const parsed = codedSchema.safeParse(readJson(line, fail));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail(`not a coded passage: ${issue?.path.join('.') || 'line'}: ${issue?.message}`);
    }
    const { id, date = null, frames } = parsed.data;
    const text = parsed.data.text ?? texts.get(id) ?? fail(`no text for passage "${id}"`);
    if (seen.has(id)) fail(`passage id "${id}" stands twice`);
    seen.add(id);
    if (new Set(frames.map(({ frame }) => frame)).size < frames.length) fail(`passage "${id}" has a frame twice`);
    return [{ id, date, text, frames }];
  });
}

function readJson(line: string, fail: (message: string) => never): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return fail('not JSON');
  }
}

const folder = new URL('../../fixtures/eval/', import.meta.url);

/** The texts of the set that a coded file is about, by id; none where there is no such set. */
export function textsOf(file: URL): Map<string, string> {
  const set = new URL(file.href.replace(/frames-(?=[^/]*$)/, ''));
  if (!existsSync(set)) return new Map();
  const lines = readFileSync(set, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      if (line.trim() === '') return [];
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return [[id, text] as const];
    }),
  );
}

/** The coded sets of the project whose names fit, in the order of their names. */
export function codedSets(fits: RegExp): Map<string, CodedPassage[]> {
  const names = readdirSync(folder).filter((name) => name.startsWith('frames-') && fits.test(name.slice(7)));
  const number = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);
  names.sort((a, b) => a.replace(/\d+/, '').localeCompare(b.replace(/\d+/, '')) || number(a) - number(b));
  return new Map(
    names.map((name) => {
      const file = new URL(name, folder);
      return [name, parseCoded(readFileSync(file, 'utf8'), name, textsOf(file))];
    }),
  );
}

/** What the model of frames learns from: never `dev`, never a round. */
export const TAUGHT = /^(?:train|learn)-\d+\.jsonl$/;

/** Sentences as they stand in any article, which carry no frame: what the model learns to leave alone. */
export const PLAIN = /^plain\.jsonl$/;
