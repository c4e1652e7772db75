/** The frames' lexicon and model as the build keeps them: data as JSON, long rows of numbers as bytes. Pure. */
import type { AutomatonImage } from '../detect/automaton.ts';
import { type Concept, indexOf } from '../detect/concepts.ts';
import { joinRows, type Place, rowsOf } from '../facts/numbers.ts';
import { compileFrames, type FramesBase, framesBase, framesLexicon, type SignSource } from './base.ts';
import type { FrameEntry } from './entry.ts';
import { type FramesModelImage, unpackModel } from './model.ts';

const ROWS = ['nodes', 'lists', 'keysOn', 'ways', 'opens', 'presence', 'stance'] as const;

/** The data; the weights of the model stand among the rows and are empty here. */
export interface BuiltFrames {
  signs: SignSource[];
  /** The lexicon without its phrases. */
  lexicon: Concept[];
  image: Pick<AutomatonImage, 'keys' | 'layers'>;
  places: Record<(typeof ROWS)[number], Place>;
  model: FramesModelImage;
  sha256: string;
}

/** What the build is made of. */
export interface FramesParts {
  entries: readonly FrameEntry[];
  lexicon: readonly Concept[];
  model: FramesModelImage;
  sha256: string;
}

/** Compiles the lexicon and packs it with the model. Throws FactBaseError on a broken entry. */
export function packFrames({ entries, lexicon, model, sha256 }: FramesParts): {
  built: BuiltFrames;
  bytes: Uint8Array;
} {
  const { presence, stance } = unpackModel(model);
  const { keys, layers, ...image } = compileFrames(entries, lexicon, null, sha256).index.automaton;
  const rows = { ...image, presence: presence.weights, stance: stance.weights };
  const { bytes, places } = joinRows(ROWS.map((name) => rows[name]));
  const signs = entries.map(({ id, frame, kind, needs, unless, denies, polarity, concepts }): SignSource => {
    return { id, frame, kind, needs, unless, denies, polarity, concepts };
  });
  const built: BuiltFrames = {
    signs: signs.filter(({ kind }) => kind !== 'part'),
    lexicon: framesLexicon(entries, lexicon).map((concept) => ({ ...concept, phrases: [], not: [] })),
    image: { keys, layers },
    places: Object.fromEntries(ROWS.map((name, i) => [name, places[i]!])) as BuiltFrames['places'],
    model: { ...model, presence: { ...model.presence, weights: '' }, stance: { ...model.stance, weights: '' } },
    sha256,
  };
  return { built, bytes };
}

/** The base of a build, as it is. */
export function unpackFrames(
  { signs, lexicon, image, places, model, sha256 }: BuiltFrames,
  file: Uint8Array,
): FramesBase {
  // A small file may share its memory with others and begin anywhere.
  const bytes = file.byteOffset % 4 === 0 ? file : Uint8Array.from(file);
  const { int32, int8 } = rowsOf(bytes.buffer, bytes.byteOffset);
  const [nodes, lists, opens] = [int32(places.nodes), int32(places.lists), int32(places.opens)];
  const [keysOn, ways] = [int32(places.keysOn), int32(places.ways)];
  const index = indexOf({ ...image, nodes, lists, keysOn, ways, opens }, lexicon);
  const unpacked = {
    ...model,
    presence: { ...model.presence, weights: int8(places.presence) },
    stance: { ...model.stance, weights: int8(places.stance) },
  };
  return framesBase(index, signs, unpacked, sha256);
}
