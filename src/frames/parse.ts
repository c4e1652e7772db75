/** Reads a file of the frames' lexicon. Pure: text in, entries out. */
import { parse } from 'yaml';
import { FactBaseError } from '../errors.ts';
import { entrySchema, type FrameEntry, frameOf } from './entry.ts';

/**
 * The entries of a file, whose name says which frame they show (`score.yml`) or that they are shared parts
 * (`parts.yml`). Guarantees: no key that is not known; an entry has words; parts show nothing and others show a frame; an
 * entry that shows one has an example that must match and one that must not. Throws FactBaseError ("frames-invalid",
 * "yaml") naming the file and the entry.
 */
export function parseFrames(text: string, file: string): FrameEntry[] {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  const frame = frameOf(name);
  const fail = (message: string, hint: string | null = null): never => {
    throw new FactBaseError('frames-invalid', message, { file }, hint);
  };
  if (frame === undefined) fail(`"${name}" is no frame`, 'name the file after a frame, or parts.yml');
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (cause) {
    throw new FactBaseError('yaml', (cause as Error).message.split('\n')[0]!, { file }, null, { cause });
  }
  return Object.entries((raw ?? {}) as Record<string, unknown>).map(([id, value]) => {
    const read = entrySchema.safeParse(value);
    if (!read.success) {
      const issue = read.error.issues[0]!;
      return fail(`entry "${id}": ${issue.path.join('.')}${issue.path.length > 0 ? ': ' : ''}${issue.message}`);
    }
    const entry: FrameEntry = { id, frame: read.data.kind === 'part' ? null : frame!, ...read.data };
    const fault = faultOf(entry, frame ?? null);
    return fault ? fail(`entry "${id}": ${fault}`) : entry;
  });
}

/** What is wrong with an entry that fits the schema; null when nothing is. */
function faultOf(entry: FrameEntry, frame: FrameEntry['frame']): string | null {
  const { kind, phrases, concepts, needs, examples } = entry;
  if (phrases.length + concepts.length === 0) return 'no phrases and no concepts';
  if (kind === 'part') return concepts.length > 0 ? 'a part has phrases alone' : null;
  if (frame === null) return 'only parts stand in parts.yml';
  if (kind === 'pair' && needs.length === 0) return 'a pair needs a second sign';
  if (kind === 'guard' || kind === 'hint') return null;
  if (examples.match.length + examples.rejected.length === 0) return 'no example that must match';
  return examples.not.length === 0 ? 'no example that must not match' : null;
}
