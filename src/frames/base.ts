/** The frames' lexicon, compiled: an automaton of its own, and what each of its concepts stands for. Pure. */
import { type Concept, type ConceptIndex, compileConcepts } from '../detect/concepts.ts';
import { namedConcepts, parsePhrase } from '../detect/phrase.ts';
import { FactBaseError } from '../errors.ts';
import { parseRequirement, type Requirement } from '../facts/requirement.ts';
import type { Frame } from '../model.ts';
import type { EntryKind, FrameEntry } from './entry.ts';
import { MARKS, TURNING } from './marks.ts';
import type { FramesModel } from './model.ts';

/** An entry ready to be looked for. */
export interface FrameSign {
  id: string;
  frame: Frame;
  kind: Exclude<EntryKind, 'part'>;
  needs: readonly Requirement[];
  unless: readonly Requirement[];
  denies: boolean;
  own: boolean;
}

/** An entry that shows a frame, as plain data: what the build keeps of it beside the automaton. */
export type SignSource = Pick<
  FrameEntry,
  'id' | 'frame' | 'kind' | 'needs' | 'unless' | 'denies' | 'polarity' | 'concepts'
>;

/** Everything that frames are coded by. */
export interface FramesBase {
  /** The automaton of the frames' own phrases; its concepts are called as the entries are. */
  index: ConceptIndex;
  /** By the name of the concept whose hits count: an entry's own id, and the concepts of the fact base it takes. */
  signs: ReadonlyMap<string, readonly FrameSign[]>;
  /** What was learnt; without it the signs alone decide. */
  model: FramesModel | null;
  /** SHA-256 (hex) of the files it was read from. */
  sha256: string;
}

/** The name of the concept of an entry's phrase; no entry is called so. */
const phraseName = (id: string, i: number): string => `${id}/${i + 1}`;
/** Whether a concept is one of an entry's phrases. */
export const isPhrase = (name: string): boolean => name.includes('/');

/**
 * The lexicon that the automaton is compiled from: an entry each, and, as silent parts, the concepts of the fact base
 * that phrases name. Throws FactBaseError when an id is in use there, or an entry names what is in neither.
 */
export function framesLexicon(entries: readonly FrameEntry[], lexicon: readonly Concept[]): Concept[] {
  const known = new Map(lexicon.map((concept) => [concept.id, concept]));
  const marks = new Set<string>(MARKS);
  const heard = new Set<string>(TURNING);
  const own = new Map<string, Concept>();
  for (const { id, kind, phrases, not } of entries) {
    if (known.has(id) || own.has(id))
      throw new FactBaseError('frames-invalid', `entry "${id}": this id is in use already`);
    // An entry may be made of concepts of the fact base alone.
    if (phrases.length > 0)
      own.set(id, { id, facet: null, says: id, phrases, not, content: false, part: kind === 'part' && !heard.has(id) });
    // Each phrase of a sign is heard by itself too: some are surer than others.
    if (kind === 'part' || kind === 'guard') continue;
    phrases.forEach((phrase, i) => {
      const name = phraseName(id, i);
      own.set(name, { id: name, facet: null, says: id, phrases: [phrase], not: [], content: false, part: false });
    });
  }
  const all = new Map(own);
  const take = (concept: Concept): void => {
    for (const name of [...concept.phrases, ...concept.not].flatMap((phrase) => namedConcepts(parsePhrase(phrase)))) {
      if (all.has(name)) continue;
      const borrowed = known.get(name);
      if (!borrowed) throw new FactBaseError('frames-invalid', `entry "${concept.id}": no concept "${name}"`);
      all.set(name, { ...borrowed, part: true });
      take(borrowed);
    }
  };
  for (const concept of own.values()) take(concept);
  for (const { id, concepts, needs, unless } of entries) {
    const asked = [...needs, ...unless].flatMap((source) => parseRequirement(source).concepts);
    for (const name of concepts)
      if (!known.has(name) && !marks.has(name))
        throw new FactBaseError('frames-invalid', `entry "${id}": no concept "${name}"`);
    for (const name of asked) {
      if (!known.has(name) && !own.has(name) && !marks.has(name))
        throw new FactBaseError('frames-invalid', `entry "${id}": no concept "${name}"`);
      // A part that is asked for must be heard.
      const part = all.get(name);
      if (part && own.has(name)) all.set(name, { ...part, part: false });
    }
  }
  return [...all.values()];
}

/** The base of a compiled lexicon and its entries. */
export function framesBase(
  index: ConceptIndex,
  entries: readonly SignSource[],
  model: FramesModel | null,
  sha256: string,
): FramesBase {
  const signs = new Map<string, FrameSign[]>();
  for (const { id, frame, kind, needs, unless, denies, polarity, concepts } of entries) {
    if (kind === 'part' || frame === null) continue;
    const [must, bars] = [needs.map(parseRequirement), unless.map(parseRequirement)];
    const sign: FrameSign = { id, frame, kind, needs: must, unless: bars, denies, own: polarity === 'own' };
    for (const name of [id, ...concepts]) signs.set(name, [...(signs.get(name) ?? []), sign]);
  }
  return { index, signs, model, sha256 };
}

/** Compiles entries read from their files. Throws as `framesLexicon` and `compileConcepts` do. */
export function compileFrames(
  entries: readonly FrameEntry[],
  lexicon: readonly Concept[],
  model: FramesModel | null,
  sha256: string,
): FramesBase {
  return framesBase(compileConcepts(framesLexicon(entries, lexicon)), entries, model, sha256);
}
