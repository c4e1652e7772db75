/** Looks for streams of a PDF file that unpack to far more than any page holds, before pdfjs unpacks them whole. */
import { inflateSync } from 'node:zlib';
import { ExtractError } from '../errors.ts';

/** Most bytes one stream, and all together, may unpack to; a page of the densest map has some 20 MB. */
const MOST_STREAM = 64 * 1_048_576;
const MOST_ALL = 400 * 1_048_576;
/** Deepest nesting of saved states ("q"); pdfjs takes time in the square of it, real pages stay below 50. */
const DEEPEST = 1000;
/** How far before a stream its dictionary is looked for, in bytes. */
const DICTIONARY = 2048;

/**
 * Unpacks every deflated stream within the caps and throws what comes out away, but for how deep it nests. Pictures are passed over: they are
 * not decoded for their text. Streams that are encrypted or broken are left to pdfjs. Linear in the file.
 * @throws ExtractError `too-large`, or `malformed` where states are nested more than 1,000 deep.
 */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MOST_ALL;
  let depth = 0;
  let end = 0;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', end)) {
    end = at + 6;
    const start = file[end] === 13 && file[end + 1] === 10 ? end + 2 : end + 1;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(Math.max(0, before.lastIndexOf('obj')));
    if (before.endsWith('end') || !dictionary.includes('<<')) continue;
    end = streamEnd(file, start, dictionary);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters === 0 || /\/Subtype\s{0,9}\/Image\b/.test(dictionary)) continue;
    let data: Uint8Array = file.subarray(start, end);
    for (let i = 0; i < Math.min(filters, 3); i++) {
      data = unpacked(data, Math.min(MOST_STREAM, left));
      left -= data.length;
      if (left <= 0) throw tooLarge();
    }
    depth = depthAfter(data, depth);
  }
}

/** By its length where that is given and right, else where the next `endstream` stands. */
function streamEnd(file: Buffer, start: number, dictionary: string): number {
  const length = Number(/\/Length\s{1,9}(\d{1,10})(?!\s{1,9}\d{1,9}\s{1,9}R)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (
    file
      .toString('latin1', start + length, start + length + 20)
      .trimStart()
      .startsWith('endstream')
  ) {
    return start + length;
  }
  const found = file.indexOf('endstream', start);
  return found === -1 ? file.length : found;
}

function unpacked(data: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: most });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    return new Uint8Array();
  }
}

/** How many states are saved and not restored after `data`, of which `depth` were before it. */
function depthAfter(data: Uint8Array, depth: number): number {
  const isSpace = (byte: number | undefined): boolean => byte === undefined || byte <= 32;
  let now = depth;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i];
    if ((byte !== 113 && byte !== 81) || !isSpace(data[i - 1]) || !isSpace(data[i + 1])) continue;
    if (byte === 81) now = Math.max(0, now - 1);
    else if (++now > DEEPEST)
      throw new ExtractError('malformed', 'is nested too deeply', null, 'print it to a new PDF');
  }
  return now;
}

function tooLarge(): ExtractError {
  return new ExtractError('too-large', 'unpacks to more than is read', null, 'give its text alone');
}
