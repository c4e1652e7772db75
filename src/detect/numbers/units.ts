/** What stands around a bare number and says what it counts: percent, money, "Section", "#". */
import type { Atom } from './atom.ts';
import { isDigit, isSpace, matchAt } from './chars.ts';

const PERCENT = /\s{0,2}(?:[%％]|percentage\spoints?\b|per[\s-]?cent\b|pct\b|pc\b)|-(?:percent|per-cent)\b/iy;
const MONEY =
  /[\s-]{0,2}(?:(?:US|U\.S\.|HK|Chinese|Australian|Canadian|Taiwan)\s)?(?:yuan|renminbi|rmb|cny|kuai|dollars?|usd|euros?|eur|pounds?\ssterling|pounds?|quid|bucks?|yen|cents?|gbp|hkd)\b|\s?(?:[€£¥￥元])/iy;
const MONEY_BEFORE =
  /(?:(?:US|HK|NT|AU|CA|A|C|S|R)?[$€£¥￥]|(?:^|[^A-Za-z])(?:RMB|CNY|USD|EUR|GBP|HKD|US\$))[\s\u00a0]?$/;
/** Labels that number things, in any case; and those that are labels only with a capital ("Level 3"). */
const LABEL =
  /(?:^|[^A-Za-z])(?:sections?|articles?|paragraphs?|para|pages?|chapters?|clauses?|units?|episodes?|volumes?|appendix|annex|tables?|questions?|lessons?|slides?|modules?|exercises?|speaker|part|ext\.|nos?\.|pp?\.|vol\.|ch\.|arts?\.|sec\.|para\.|ep\.|eps\.|fig\.|version|v\.)\s{0,2}$|[#№§]\s?$/i;
const CAPITAL_LABEL =
  /(?:^|[^A-Za-z])(?:No|Part|Year|Phase|Phases|Step|Day|Week|Round|Level|Tier|Grade|Class|Rule|Item|Point|Figure|Line|Room|Route|Flight|Thread|Myth|Claim|Fact|Tip|Reason|Stage|Order|Decree|Document|Issue|Case|Exhibit|Schedule|Principle|Measure|Ep|Vol|Version|PART|PHASE|STEP|DAY|WEEK|ROUND|LEVEL|TIER|RULE|MYTH|CLAIM|FACT|TIP|REASON|STAGE)\s$/;
/** "2. The list", "3) The list" at the start of a line: the number of an item. */
const ITEM_AFTER = /(?:\.?\)|\.)(?=\s)/y;
/** "(2) " anywhere: an item too. */
const BRACKETED = /\)\s(?=\p{L})/uy;
/** Higher numbers before a full stop are answers rather than items ("44. That is how many."). */
const LAST_ITEM = 20;
const LINE_START = /(?:^|\n)[ \t]*\(?$/;

/** Sets unit and span from what stands right before and after the number. Reads at most a few dozen characters. */
export function readUnit(text: string, atom: Atom, lo: number, end: number): void {
  if (atom.unit !== 'count') return;
  const code = text.charCodeAt(atom.end + (isSpace(text.charCodeAt(atom.end)) ? 1 : 0));
  const bare = isDigit(code) || code === 44 || code === 46;
  const percent = bare ? -1 : matchAt(PERCENT, text, atom.end, end);
  if (percent > 0) {
    atom.unit = 'percent';
    atom.end = percent;
    return;
  }
  const before = text.slice(Math.max(lo, atom.start - 14), atom.start);
  const money = MONEY_BEFORE.exec(before);
  if (money) {
    atom.unit = 'currency';
    atom.start -= money[0].length - (/^[^A-Za-z$€£¥￥]/.test(money[0]) ? 1 : 0);
  }
  const after = bare ? -1 : matchAt(MONEY, text, atom.end, end);
  if (after > 0) {
    atom.unit = 'currency';
    atom.end = after;
  }
  if (atom.unit === 'count' && isLabelled(text, atom, before, lo, end)) atom.unit = 'ordinal';
}

function isLabelled(text: string, atom: Atom, before: string, lo: number, end: number): boolean {
  if (LABEL.test(before) || CAPITAL_LABEL.test(before)) return true;
  if (atom.value === null || atom.value > LAST_ITEM || !isDigit(text.charCodeAt(atom.start))) return false;
  const bracket = atom.start > lo && text[atom.start - 1] === '(';
  if (bracket && matchAt(BRACKETED, text, atom.end, end) > 0) return true;
  if (matchAt(ITEM_AFTER, text, atom.end, end) < 0) return false;
  const lead = text.slice(Math.max(lo, atom.start - 6), atom.start);
  return LINE_START.test(atom.start - lo <= 6 ? `\n${lead}` : lead);
}

const CHAIN = /^\s?(?:,|and|or|to|&|-|–)(?:\s(?:and|or))?\s?$/;
const PLURAL_LABEL =
  /(?:sections|articles|paragraphs|pages|chapters|clauses|units|episodes|tables|questions|lessons|phases|pp\.|nos\.|arts\.|eps\.)\s{0,2}$/i;

/** "Sections 19 and 23": the second number of a label is a label's number too. */
export function chainLabels(text: string, atoms: Atom[]): void {
  let chained = false;
  for (let i = 0; i < atoms.length; i++) {
    const [last, atom] = [atoms[i - 1], atoms[i]!];
    const plural = atom.unit === 'ordinal' && PLURAL_LABEL.test(text.slice(Math.max(0, atom.start - 14), atom.start));
    const gap = last && atom.start - last.end <= 8 ? text.slice(last.end, atom.start).trim() : null;
    const linked = last?.unit === 'ordinal' && gap !== null && (chained ? CHAIN.test(gap) : gap === '-' || gap === '–');
    if (atom.unit === 'count' && linked) atom.unit = 'ordinal';
    else chained = plural;
  }
}
