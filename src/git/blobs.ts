/** Contents that git has stored, by their ids. */
import { UsageError } from '../errors.ts';
import { gitFailed } from './failures.ts';
import { type GitOptions, startGit } from './run.ts';

const LF = 10;
/** Bytes of the line before a content: an id, a word and a number. */
const LONGEST_HEAD = 256;

/**
 * The content of each id, in order; null where it is over `longest` bytes. One git answers for all, and is asked for the next
 * when the one before has been taken, so that one content is held at a time. Throws UsageError where one is missing.
 */
export async function* readBlobs(
  ids: Iterable<string>,
  longest: number,
  options: GitOptions,
): AsyncGenerator<Buffer | null, void, undefined> {
  const { child, ended } = startGit(['cat-file', '--batch'], options);
  const reader = byteReader(child.stdout);
  try {
    for (const id of ids) {
      child.stdin.write(`${id}\n`);
      const head = (await reader.until(LF, LONGEST_HEAD)) ?? '';
      const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1] ?? Number.NaN);
      if (Number.isNaN(size)) throw await noContent(head, ended);
      const content = size > longest ? null : Buffer.allocUnsafe(size);
      // The line feed behind the content is none of it.
      if (!(await reader.take(size, content)) || !(await reader.take(1, null))) throw gitFailed(await ended);
      yield content;
    }
  } finally {
    child.stdin.end();
    child.kill();
  }
}

async function noContent(head: string, ended: Promise<{ status: number; said: string }>): Promise<Error> {
  if (!head.endsWith(' missing')) return gitFailed(await ended);
  return new UsageError('missing-objects', 'staged contents are missing in this clone', null, 'git fsck tells which');
}

interface ByteReader {
  /** What comes before `byte`, which is taken too; null at the end, and where more than `most` bytes come before it. */
  until(byte: number, most: number): Promise<string | null>;
  /** Takes `count` bytes, into `target` where there is one; false at the end. */
  take(count: number, target: Buffer | null): Promise<boolean>;
}

function byteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    while (chunk.length === 0) {
      const next = await chunks.next();
      if (next.done) return false;
      chunk = next.value;
    }
    return true;
  };
  return {
    async until(byte, most) {
      let text = '';
      while (text.length <= most && (await more())) {
        const at = chunk.indexOf(byte);
        text += chunk.toString('latin1', 0, at === -1 ? chunk.length : at);
        chunk = chunk.subarray(at === -1 ? chunk.length : at + 1);
        if (at !== -1) return text;
      }
      return null;
    },
    async take(count, target) {
      for (let taken = 0; taken < count; ) {
        if (!(await more())) return false;
        const part = chunk.subarray(0, count - taken);
        if (target) part.copy(target, taken);
        taken += part.length;
        chunk = chunk.subarray(part.length);
      }
      return true;
    },
  };
}
