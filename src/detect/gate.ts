/**
 * The topic gate: can this text hold a claim at all? Nearly everything in a large corpus is turned away here,
 * before it is parsed. The gate may say yes for nothing; it never says no to a text that has the terms of
 * `gate-terms.ts` in it.
 */
import { gateUtf8 } from './gate-bytes.ts';
import { PASSAGE_BYTES } from './gate-terms.ts';

export { gateBytes, offTopicEnd } from './gate-bytes.ts';

/**
 * Whether an article can be passed over: its text (or page, with `html`) is long enough to be judged, and the gate
 * says no to it. Passages of fewer than `PASSAGE_BYTES` never are.
 */
export function isOffTopic(text: string, html = false): boolean {
  return Buffer.byteLength(text) >= PASSAGE_BYTES && !(html ? gateHtml(text) : gateText(text));
}

/** Whether `text` holds a stem, or both a place and a rating. Linear in its length. */
export function gateText(text: string): boolean {
  const bytes = Buffer.from(text);
  return gateUtf8(bytes, 0, bytes.length);
}

/**
 * Whether the text of a page can hold a claim, judged without extracting it: tags count as nothing and, in a
 * second look, as white space. Linear in the length of `html`.
 */
export function gateHtml(html: string): boolean {
  return gateText(withoutTags(html, '')) || gateText(withoutTags(html, ' '));
}

/** What stands between the tags, with `instead` for each of them, entities read as far as words need it. */

function withoutTags(html: string, instead: string): string {
  let text = '';
  let from = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const next = html.charCodeAt(at + 1);
    const isTag = next === 0x2f || next === 0x21 || next === 0x3f || ((next | 0x20) >= 0x61 && (next | 0x20) <= 0x7a);
    const close = isTag ? html.indexOf('>', at) : at;
    if (close === -1) break;
    if (isTag) {
      text += html.slice(from, at) + instead;
      from = close + 1;
    }
    at = close + 1;
  }
  text += html.slice(from);
  if (text.includes('&#')) text = decodeNumbers(text);
  return text.replace(/\u00ad|&shy;/g, '').replace(/&[a-z]{1,30};/gi, ' ');
}

function decodeNumbers(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (whole, hex, decimal) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
