/** Whether a page of an archive can be passed over. */
import { isUtf8 } from 'node:buffer';
import { decodeBytes } from '../article/decode.ts';
import { isOffTopic } from '../detect/gate.ts';
import { PASSAGE_BYTES } from '../detect/gate-terms.ts';
import { KnownError } from '../errors.ts';
import { mayHold } from './warc-gate-scan.ts';

/** A byte order mark, which is no part of the text. */
const MARK_BYTES = 3;

/**
 * Whether the topic gate turns a page away. Nearly all pages are judged by their bytes; those that these leave in doubt
 * are decoded. A page that cannot be decoded is not turned away: whoever reads it says what is the matter.
 */
export async function isPageOff(
  bytes: Buffer,
  { format, contentType }: { format: 'html' | 'text'; contentType: string },
): Promise<boolean> {
  if (bytes.length < PASSAGE_BYTES + MARK_BYTES) return false;
  // Plain text is rare, and read otherwise: what looks like a tag is none.
  if (format === 'html' && !mayHold(bytes) && isUtf8(bytes)) return true;
  try {
    const { text } = await decodeBytes(bytes, { contentType, html: format === 'html' });
    return isOffTopic(text, format === 'html');
  } catch (thrown) {
    if (thrown instanceof KnownError) return false;
    throw thrown;
  }
}
