/** Which language an article is in, told offline. */

/** The language as ISO 639-1; `sure` where it is plain enough to act on. */
export interface LanguageFound {
  language: string;
  sure: boolean;
}

/** Text looked at, in characters from the beginning; later parts of an article seldom change its language. */
const SAMPLE = 4000;
/** The detector reads no more than some 350 bytes of what it is given, so that it is given pieces. */
const PIECE = 300;
/** Fewer letters than this tell too little: a headline of names and cognates reads as any language. */
const FEWEST_LETTERS = 60;
/** A letter of Chinese, Japanese or Korean says about as much as three of an alphabet. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DENSE_WEIGHT = 3;
/** Share of pieces, by letters, that a language needs to be told for sure: a third may be quotations and names. */
const SURE_SHARE = 0.67;

/**
 * Words that English has in every sentence and no other language of the Latin alphabet has as words of its own. In
 * English prose they make a fifth to a third of all words, in headlines a tenth; elsewhere they come in titles and
 * quotations alone, under 3 in 100.
 */
const ENGLISH = new Set(
  'the and of to that with was were which this from have has been their would they is are for not by who what into it its on as'.split(
    ' ',
  ),
);
/** Those of them that other languages have too prove nothing by themselves. */
const PLAIN = new Set('the and of that with which this from have been their would they were who what into'.split(' '));
/** Share of words from which on a text is English without further ado, and least number of words for that. */
const ENGLISH_SHARE = 0.2;
const PLAIN_SHARE = 0.08;
const FEWEST_WORDS = 15;
/** Share of letters that must be Latin for it. */
const LATIN_SHARE = 0.8;

/**
 * The language of `text`, judged by at most its first 4,000 characters, or null when fewer than 60 letters (20 of
 * Chinese, Japanese or Korean) are among them or nothing is recognised. Text that is plainly English is told by its
 * commonest words; the detector and its data are loaded for the first that is not. 60 languages are told apart.
 */
export async function languageOf(text: string): Promise<LanguageFound | null> {
  if (isAtOnceEnglish(text.slice(0, SAMPLE))) return { language: 'en', sure: true };
  const sample = proseOf(text.slice(0, SAMPLE));
  if (weight(sample) < FEWEST_LETTERS) return null;
  if (isPlainlyEnglish(sample)) return { language: 'en', sure: true };
  const { eld } = await import('eld/extrasmall');
  const votes = new Map<string, { weight: number; sure: number }>();
  let all = 0;
  for (const piece of pieces(sample)) {
    const result = eld.detect(piece);
    const letters = weight(piece);
    all += letters;
    if (result.language === '') continue;
    const vote = votes.get(result.language) ?? { weight: 0, sure: 0 };
    vote.weight += letters;
    if (result.isReliable()) vote.sure += letters;
    votes.set(result.language, vote);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b.weight - a.weight);
  if (!best) return null;
  return { language: best[0], sure: best[1].sure >= all * SURE_SHARE };
}

/** Words of English that no other language of the Latin alphabet has among its commonest. */
const COMMONEST = /\b(?:the|and|of|that|with|this|which|from)\b/gi;
/** From this share of them on, and with letters of ASCII nearly alone, nothing else needs a look. */
const AT_ONCE_SHARE = 0.1;
const AT_ONCE_ASCII = 0.97;
const AT_ONCE_WORDS = 60;

/** Whether a first look, some twenty times as fast as the next, is enough to see that a text is English. */
function isAtOnceEnglish(text: string): boolean {
  let spaces = 0;
  let ascii = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) ascii++;
    if (c === 32) spaces++;
  }
  if (spaces < AT_ONCE_WORDS || ascii < text.length * AT_ONCE_ASCII) return false;
  return (text.match(COMMONEST)?.length ?? 0) >= spaces * AT_ONCE_SHARE;
}

/** `text` without addresses, handles and numbers, which read as no language, and with single spaces. */
function proseOf(text: string): string {
  const words = text.split(/\s+/).filter((word) => !/^(?:https?:|www\.|@|#)|\S@\S|\d/i.test(word.slice(0, 100)));
  return words.join(' ');
}

/** Letters of `text`, denser scripts counted for more. */
function weight(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters + (DENSE_WEIGHT - 1) * (text.match(DENSE)?.length ?? 0);
}

function isPlainlyEnglish(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < weight(text) * LATIN_SHARE) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  const common = words.filter((word) => ENGLISH.has(word)).length;
  const plain = words.filter((word) => PLAIN.has(word)).length;
  return common >= words.length * ENGLISH_SHARE && plain >= words.length * PLAIN_SHARE;
}

/** `text` in pieces of about 300 characters, cut at spaces where there are any. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const space = text.length - at <= PIECE ? text.length : text.indexOf(' ', at + PIECE);
    const end = space === -1 || space > at + 2 * PIECE ? Math.min(text.length, at + PIECE) : space;
    yield text.slice(at, end);
    at = end;
  }
}
