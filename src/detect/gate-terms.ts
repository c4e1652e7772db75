/**
 * The words without which a text can hold no claim about the social credit system. All are lower case and
 * found anywhere, inside longer words too. A space stands for any run of characters that are neither ASCII
 * letters nor digits, and for none: `social credit` finds "social-credit", "Social\nCredit" and "SocialCredit".
 *
 * The first word of a term has at least five letters, because the gate looks at every second byte only
 * (`gate-table.ts`).
 */

/** One of these is enough. */
export const STEMS = [
  'social credit',
  'credit system',
  'credit score',
  'citizen score',
  'trust score',
  'trust rating',
  'trust point',
  'trust worth',
  'credit worth',
  'laolai',
  'shixin',
  'black list',
  'redlist',
  'defaulter',
  'dishonest',
  'sesame credit',
  'zhima',
];

/** One of these and one of `RATINGS` are enough too. */
export const PLACES = [
  'china',
  'chinese',
  'beijing',
  'jinping',
  'shanghai',
  'hangzhou',
  'rongcheng',
  'communist party',
];

export const RATINGS = ['score', 'scoring', 'rating', 'ranking', 'ranked', 'graded', 'credit', 'points'];

/**
 * Texts of fewer bytes than this are passages, not articles: a paragraph cut from an article need not name its
 * subject, so readers let them pass without asking the gate. The shortest off-topic news items are longer.
 */
export const PASSAGE_BYTES = 800;
