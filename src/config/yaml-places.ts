/** YAML with lines: the one place that reads it for the configuration. Reached by dynamic import alone. Pure. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { tooDeepAt } from '../facts/deep-yaml.ts';
import { DEEPEST, type Fault, type Parsed, type Places, placeKey } from './places.ts';

/** The text's value with the lines of all that is in it, or the first fault. Deeper than `DEEPEST` is a fault. */
export function parseYaml(text: string): Parsed | Fault {
  const lineCounter = new LineCounter();
  const lineOf = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  const tooDeep = tooDeepAt(text, DEEPEST, lineCounter.addNewLine);
  if (tooDeep !== null) return { fault: 'is nested too deeply', line: lineOf(tooDeep) };
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const [error] = document.errors;
  if (error) return { fault: `is no YAML: ${firstLine(error.message)}`, line: lineOf(error.pos[0]) };
  try {
    return { data: document.toJS(), ...walk(document.contents, lineOf) };
  } catch (thrown) {
    // Aliases that would grow into far more than they are written as.
    if (thrown instanceof ReferenceError) return { fault: `is no YAML: ${firstLine(thrown.message)}`, line: 1 };
    throw thrown;
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0]!.slice(0, 200);

/** Lines of all that is in a document, and the keys that stand twice. */
function walk(root: unknown, lineOf: (offset: number) => number): Pick<Parsed, 'places' | 'twice'> {
  const places: Places = new Map();
  const twice: Parsed['twice'] = [];
  const line = (node: unknown): number => lineOf((node as Node | null)?.range?.[0] ?? 0);
  const visit = (node: unknown, path: string[], keyLine: number): void => {
    places.set(placeKey(path), { key: keyLine, value: (node as Node | null)?.range ? line(node) : keyLine });
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)], line(item));
    } else if (isMap(node)) {
      const seen = new Map<string, number>();
      for (const { key, value } of node.items) {
        const name = String(isScalar(key) ? key.value : key);
        const here = line(key);
        const first = seen.get(name);
        if (first === undefined) seen.set(name, here);
        else twice.push({ path: [...path, name], line: here, first });
        visit(value, [...path, name], here);
      }
    }
  };
  visit(root, [], root ? line(root) : 1);
  return { places, twice };
}
