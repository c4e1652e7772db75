/** YAML that is nested deeper than anybody writes: found before it is parsed. Pure. */
import { type CST, Parser } from 'yaml';

/**
 * The offset in `text` of what lies more than `deepest` levels down, or null. Looked for level by level, before anything goes
 * down a level by a call: where the stack is nearly full, even a regular expression of the library may end the process.
 * `onLine` hears the offset of each line.
 */
export function tooDeepAt(text: string, deepest: number, onLine?: (offset: number) => void): number | null {
  let level: CST.Token[] = [...new Parser(onLine).parse(text)];
  // The document is a level of its own.
  for (let depth = 0; depth <= deepest + 1; depth++) level = level.flatMap(within);
  return level[0]?.offset ?? null;
}

function within(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part != null));
}
