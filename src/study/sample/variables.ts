/** Codings side by side: for each variable, what each coder says of each unit. Pure. */
import { FRAMES, type Frame } from '../../model.ts';
import type { Code, Coding } from './coding.ts';

/** What was coded, and by whom with which value; null where a coder did not code a unit. */
export interface Variable {
  /** A frame (whether it is there), `stance: <frame>` (of units that carry it), or `all frames`, `all stances`. */
  name: string;
  /** A row a unit that two coders or more have a value for, a value a coder. */
  values: (string | null)[][];
  /** The article of each row. */
  articles: string[];
}

/**
 * The variables of these codings, which are at least two: each frame that two of them coded, then whether those who find it
 * there agree on the stance, then both over all frames. Units are in the order of their ids, whatever that of the sheets.
 */
export function variablesOf(codings: readonly Coding[]): Variable[] {
  const ids = [...new Set(codings.flatMap(({ units }) => [...units.keys()]))].sort();
  const frames = FRAMES.filter((frame) => codings.filter((coding) => coding.frames.includes(frame)).length > 1);
  const rows = (name: string, of: readonly Frame[], value: (code: Code) => string | null): Variable => {
    const variable: Variable = { name, values: [], articles: [] };
    for (const id of ids) {
      for (const frame of of) {
        const values = codings.map(({ units }) => {
          const code = units.get(id)?.[frame];
          return code === undefined ? null : value(code);
        });
        if (values.filter((one) => one !== null).length < 2) continue;
        variable.values.push(values);
        variable.articles.push(id);
      }
    }
    return variable;
  };
  const presence = (code: Code): string => (code === 'absent' ? 'absent' : 'present');
  const stance = (code: Code): string | null => (code === 'absent' ? null : code);
  return [
    ...frames.map((frame) => rows(frame, [frame], presence)),
    rows('all frames', frames, presence),
    ...frames.map((frame) => rows(`stance: ${frame}`, [frame], stance)),
    rows('all stances', frames, stance),
  ].filter(({ values }) => values.length > 0);
}

/** The share of rows in which all who have a value have the same; null without rows. */
export function shareAgreed(values: readonly (readonly (string | null)[])[]): number | null {
  if (values.length === 0) return null;
  const agreed = values.filter((row) => new Set(row.filter((one) => one !== null)).size === 1);
  return agreed.length / values.length;
}
