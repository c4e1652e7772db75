/** Where the keys and values of a configuration stand in its file. */

export type Path = readonly PropertyKey[];

/** Lines, from 1, of a key (of an item of a list: of the item) and of its value. */
export interface Lines {
  key: number;
  value: number;
}

/** Lines by the parts of a path joined by `JOINT`. */
export type Places = Map<string, Lines>;

const JOINT = '\u0000';
export const placeKey = (path: Path): string => path.map(String).join(JOINT);

/** The line of what stands at `path`: of its value, or of its `part`; of the nearest part around it that is there. */
export function lineAt(places: Places, path: Path, part: keyof Lines = 'value'): number {
  const own = places.get(placeKey(path));
  if (own) return own[part];
  for (let length = path.length - 1; length >= 0; length--) {
    const around = places.get(placeKey(path.slice(0, length)));
    if (around) return around.key;
  }
  return 1;
}

/** Deeper than a configuration goes by far; what is deeper is not looked at. */
export const DEEPEST = 32;

/** What a file's text holds. */
export interface Parsed {
  data: unknown;
  places: Places;
  /** Keys that stand twice in one mapping, the second time on `line`, the first on `first`. */
  twice: { path: Path; line: number; first: number }[];
}

/** What keeps a text from being read, and on which line. */
export interface Fault {
  fault: string;
  line: number;
}
