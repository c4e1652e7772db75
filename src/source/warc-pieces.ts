/** A gzip member that is too large to be inflated at once. */
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import type { Stretch } from './warc-gunzip.ts';
import type { PackedWindow } from './warc-window.ts';

/** Bytes inflated at a time: as many as a news page has, and twice as many. */
export const PIECE = 131_072;
/** Behind the data: checksum and length. */
export const TRAILER = 8;

/**
 * Inflates a member piece by piece, whose data the window begins with. False when it was damaged or cut short; then it
 * is somewhere in it that the window begins.
 */
export async function* pieces(window: PackedWindow): AsyncGenerator<Stretch, boolean> {
  const engine = createInflateRaw({ chunkSize: PIECE });
  const feeding = feed(engine, window);
  let sum = 0;
  let size = 0;
  try {
    for await (const piece of engine as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      size += piece.length;
      yield { bytes: piece, isMember: size === piece.length, sum: null };
    }
  } catch {
    await feeding;
    return false;
  } finally {
    engine.destroy();
  }
  window.advance(await feeding);
  return isSound(window, sum, size);
}

/**
 * Gives the window's bytes to `engine` until it has enough. What it took whole is let go; gives how much it took of
 * what the window begins with then.
 */
async function feed(engine: InflateRaw, window: PackedWindow): Promise<number> {
  let given = 0;
  for (;;) {
    if (window.bytes.length === 0 && !(await window.fill())) {
      engine.end();
      return 0;
    }
    const piece = window.bytes.subarray(0, PIECE);
    const isTaken = await taken(engine, piece);
    if (!isTaken || engine.bytesWritten < given + piece.length) return Math.max(0, engine.bytesWritten - given);
    given += piece.length;
    window.advance(piece.length);
  }
}

/** False when `engine` failed or is no longer wanted. */
function taken(engine: InflateRaw, piece: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const closed = () => resolve(false);
    engine.once('close', closed);
    engine.write(piece, (error) => {
      engine.off('close', closed);
      resolve(!error);
    });
  });
}

/** Whether checksum and length, which the window begins with, are these; lets them go if so. */
async function isSound(window: PackedWindow, sum: number, size: number): Promise<boolean> {
  while (window.bytes.length < TRAILER && (await window.fill()));
  const { bytes } = window;
  const sound = bytes.length >= TRAILER && bytes.readUInt32LE(0) === sum && bytes.readUInt32LE(4) === size % 2 ** 32;
  if (sound) window.advance(TRAILER);
  return sound;
}
