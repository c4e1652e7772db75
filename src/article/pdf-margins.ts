/** Running heads, running feet and page numbers. */
import { joinRows, type Line } from './pdf-lines.ts';

/** Rows looked at from the top and from the bottom of a page. */
const ROWS = 3;
/** Share of the pages on which a row must stand to be one: heads often change between left and right pages. */
const SHARE = 0.4;
const FEWEST = 2;

/** The pages without the rows at their edges that recur, figures aside; each page's lines are sorted by height. */
export function withoutMargins(pages: readonly Line[][]): Line[][] {
  const edges = pages.map((lines) => edgeRows(lines));
  const counts = new Map<string, number>();
  for (const rows of edges) {
    for (const key of new Set([...rows.top, ...rows.bottom].map((row) => row.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const filled = pages.filter((lines) => lines.length > 0).length;
  const least = Math.max(FEWEST, SHARE * filled);
  const isFurniture = (key: string): boolean => {
    if ((counts.get(key) ?? 0) >= least) return true;
    return filled === 1 && /^\w+ (?:page )?\W{0,3}#\W{0,3}(?:(?:of|\/) ?#)?$/.test(key);
  };
  return pages.map((lines, i) => {
    const { top, bottom } = edges[i]!;
    // From the edge inwards, up to the first row that is the page's own; a page that is nothing else is left alone.
    const drop = [top, bottom].flatMap((rows) => {
      const own = rows.findIndex(({ key }) => !isFurniture(key));
      return own === -1 ? rows : rows.slice(0, own);
    });
    const kept = lines.filter((line) => !drop.some(({ y }) => Math.abs(line.y - y) <= 0.5 * line.size));
    return kept.length > 0 || filled > 1 ? kept : lines;
  });
}

interface Row {
  key: string;
  y: number;
}

/** The outermost rows of a page, from the edge inwards, with what they have in common with those of other pages. */
function edgeRows(lines: readonly Line[]): { top: Row[]; bottom: Row[] } {
  const top = joinRows(lines.slice(0, 60)).slice(0, ROWS);
  const bottom = joinRows(lines.slice(-60)).slice(-ROWS).reverse();
  return {
    top: top.map(({ text, y }) => ({ key: `top ${keyOf(text)}`, y })),
    bottom: bottom.map(({ text, y }) => ({ key: `bottom ${keyOf(text)}`, y })),
  };
}

function keyOf(text: string): string {
  const bare = text.slice(0, 200).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
  return /^[ivxlc]{1,7}$/.test(bare) ? '#' : bare;
}
