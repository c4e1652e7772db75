/** Which concepts only say how something is said, or what a text is about: they give a clause nothing that can be checked. */

const FORM: ReadonlySet<string> = new Set([
  'neg',
  'not-but',
  'bar',
  'reject-before',
  'double-reject',
  'reject-after',
  'retract-before',
  'reply-false',
  'reply-true',
  'verdict-all',
  'verdict-false',
  'mock',
  'account-open',
  'plan',
  'may',
  'only',
  'mostly',
  'all',
  'report',
]);
const TOPIC: ReadonlySet<string> = new Set([
  'scs',
  'social-credit',
  'china',
  'government',
  'citizens',
  'company',
  'local',
  'national',
  'meta',
  'off-topic',
]);

/** Whether a concept is of form or topic alone. */
export const isFormal = (concept: string): boolean => FORM.has(concept) || TOPIC.has(concept);
