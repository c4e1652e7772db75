/** A gzipped archive to its bytes, member by member; where one is damaged, on from the next. */
import { ExtractError } from '../errors.ts';
import { carefulMember, wholeMember } from './warc-member.ts';
import { PackedWindow } from './warc-window.ts';

/** Packed bytes that there should be before a member is inflated: as long as news pages are, and more. */
const AHEAD = 262_144;
/** A member that does not end within so many packed bytes is inflated piece by piece. */
const LARGE = 2 * 1_048_576;
/** Damaged members after which a file is given up: each costs more than a sound one, and a file may be made of them. */
const MOST_DAMAGED = 1000;

/** Bytes of an archive. Null: what comes next does not follow on what came before, as something is missing. */
export type Stretch = {
  bytes: Buffer;
  /** Whether a gzip member begins with them: mostly a record does, too. */
  isMember: boolean;
  /** Their CRC-32 as the archive has it; null where there is none, or they were held against it. */
  sum: number | null;
} | null;

/**
 * The inflated bytes of `chunks`, which hold gzip members: mostly a stretch a member, always memory of its own. They
 * are inflated on this thread, so that they are at hand where they are worked on. Damage gives a `null` after what
 * could be read, and goes on at the next member. A file cut short ends in `null`.
 * @throws ExtractError `malformed` after too much damage.
 */
export async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Stretch> {
  const window = new PackedWindow(chunks);
  let damaged = 0;
  try {
    for (;;) {
      while (window.size < AHEAD && (await window.fill()));
      if (window.size === 0) return;
      let whole = wholeMember(window);
      // Perhaps it only lacks its end.
      while (!whole && window.size < LARGE && (await window.fill())) whole = wholeMember(window);
      if (whole) yield whole;
      else if (!(yield* carefulMember(window))) damaged++;
      if (damaged >= MOST_DAMAGED) throw tooDamaged();
    }
  } finally {
    await window.close();
  }
}

function tooDamaged(): ExtractError {
  const hint = 'fetch the file anew';
  return new ExtractError('malformed', `is given up: ${MOST_DAMAGED} parts of it are damaged`, null, hint);
}
