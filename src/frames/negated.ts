/** Whether the words of a clause deny what a sign in it says. Pure. */
import type { Hit } from '../detect/concepts.ts';
import { BREAK, type Token } from '../detect/tokens.ts';
import type { SentenceView } from '../detect/view.ts';

/** How far before a sign a negation may stand, in words: past a subject, a verb and an adverb or two. */
const REACH = 12;
/** How far before an epithet: an article and an adverb or two. */
const EPITHET_REACH = 5;
/** How far behind a sign a denial of its existence may begin. */
const BEHIND = 8;

/** How far a negation in a relative clause reaches: its verb and an object. */
const RELATIVE_REACH = 2;

/** Words that end what a negation before them denies. */
const PUTS_INSTEAD = new Set(['but', 'instead', 'rather', 'only', 'merely', 'simply', 'yet']);
const OPENS_CLAUSE = new Set([
  'because',
  'although',
  'though',
  'while',
  'whereas',
  'when',
  'if',
  'unless',
  'until',
  'since',
  'and',
  'so',
  'who',
  'which',
  'where',
]);
const NOBODY = new Set(['nobody', 'none']);
const RELATIVES = new Set(['who', 'which', 'that', 'whoever']);
/** Negations that deny the phrase behind them and no more. */
const PHRASAL = new Set(['without', 'instead', 'rather', 'lack', 'lacks', 'free', 'other', 'less']);

/** How a sign stands in its clause: words `from` to `to` of the sentence. */
export interface SignPlace {
  view: SentenceView;
  from: number;
  to: number;
  hit: Hit;
  epithet: boolean;
}

/** Whether an odd number of negations turns the sign. `absent` are hits of denials of existence. */
export function isSignNegated({ view, from, to, hit, epithet }: SignPlace, absent: readonly Hit[]): boolean {
  const { tokens, hits } = view;
  let turned = false;
  let reached = -1;
  const negations = hits
    .filter((h) => h.concept === 'neg' && h.start >= from && h.end <= to)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const n of negations) {
    if (n.start < reached) continue;
    reached = n.end;
    if (n.start >= hit.start && n.end <= hit.end) {
      if (inGap(hit, n) || NOBODY.has(tokens[n.start]!.norm) || tokens[n.end - 1]!.norm === 'one') turned = !turned;
    } else if (n.start < hit.start && denies(tokens, n, hit.start, epithet ? EPITHET_REACH : REACH)) turned = !turned;
  }
  if (!turned && !epithet) {
    for (const a of absent) {
      if (a.start < hit.end || a.start - hit.end > BEHIND || a.end > to + 1) continue;
      if (!parted(tokens, hit.end, a.start, BREAK.strong)) return true;
    }
  }
  return turned;
}

/**
 * A negation among the sign's own words says what the sign says ("no unified system"), but for one that is somebody
 * ("nobody is ranked"); one that a gap passed over denies it.
 */
function inGap({ gaps }: Hit, { start }: Hit): boolean {
  for (let i = 0; i < gaps.length; i += 2) if (start >= gaps[i]! && start < gaps[i + 1]!) return true;
  return false;
}

/** "Debtors who will not pay are listed": denies what its own clause says. */
function isRelative(tokens: Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3) && tokens[i + 1]!.before < BREAK.comma; i--)
    if (RELATIVES.has(tokens[i]!.norm)) return true;
  return false;
}

function denies(tokens: Token[], n: Hit, at: number, reach: number): boolean {
  if (at - n.end > reach) return false;
  if (at - n.end > RELATIVE_REACH && isRelative(tokens, n.start)) return false;
  const phrasal = PHRASAL.has(tokens[n.start]!.norm);
  for (let i = n.end; i <= at; i++) {
    const token = tokens[i]!;
    if (token.before >= BREAK.strong) return false;
    if (phrasal && token.before >= BREAK.comma) return false;
    if (i === at) break;
    if (PUTS_INSTEAD.has(token.norm)) return false;
    if (OPENS_CLAUSE.has(token.norm) && i > n.end)
      return token.norm === 'and' || token.norm === 'who' ? at - i <= 3 : false;
  }
  return true;
}

function parted(tokens: Token[], from: number, to: number, by: number): boolean {
  for (let i = from; i <= to && i < tokens.length; i++) if (tokens[i]!.before >= by) return true;
  return false;
}
