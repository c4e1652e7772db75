/**
 * Rewords a claim into its denial and back, by compromise. Takes 0.2 s to load: import it where a person waits
 * for one claim (`explain`), never on the way of `check`.
 */
import nlp from 'compromise/three';

/** What `verbs()` gives; compromise's own types leave these methods out. */
interface Verbs {
  found: boolean;
  first(): Verbs;
  isNegative(): Verbs;
  toNegative(): Verbs;
  toPositive(): Verbs;
}

const UNIVERSAL = /^(?:all|every|everyone|everybody)\b/i;
const NO_SUBJECT = /^(?:no one|nobody|none)\b/i;

/**
 * The sentence with its main verb denied: "Not every citizen has a score." A sentence that denies already comes
 * back as it is; one without a verb too. No promise is made that the result is idiomatic.
 */
export function negate(sentence: string): string {
  if (NO_SUBJECT.test(sentence) || /^not?\b/i.test(sentence)) return sentence;
  if (UNIVERSAL.test(sentence)) return `Not ${lowerFirst(sentence)}`;
  if (/\b(?:is|are|was|were|has|have|had) no\b/.test(sentence)) return sentence;
  const text = nlp(sentence);
  const main = verbs(text).first();
  if (main.found && !main.isNegative().found) main.toNegative();
  return text.text().replace(/\b(c)an not\b/gi, '$1annot');
}

/**
 * The sentence without its denial: "There is a national score." A sentence that denies nothing comes back as it
 * is.
 */
export function affirm(sentence: string): string {
  const universal = /^not (all|every|everyone|everybody)\b/i.exec(sentence);
  if (universal) return upperFirst(sentence.slice(4));
  if (NO_SUBJECT.test(sentence)) return sentence.replace(NO_SUBJECT, 'Somebody');
  const without =
    /^(.*?\b(?:is|was|has|have|had|are|were)) no (\w+(?:[ -]\w+)*?)(?=[.,;!?]|$| (?:for|in|of|on|that|to|which|who)\b)(.*)$/.exec(
      sentence,
    );
  if (without) return `${without[1]} ${article(without[2] ?? '')}${without[2]}${without[3]}`;
  const text = nlp(sentence);
  const denied = verbs(text).isNegative().first();
  if (!denied.found) return sentence;
  denied.toPositive();
  return text.text();
}

const verbs = (text: ReturnType<typeof nlp>): Verbs => text.verbs() as unknown as Verbs;

/** "a " or "an " before a singular noun phrase, nothing before a plural one. */
function article(phrase: string): string {
  if (/[^s]s$/.test(phrase)) return '';
  return /^[aeio]/i.test(phrase) ? 'an ' : 'a ';
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
