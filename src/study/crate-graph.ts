/**
 * The metadata of an output folder as an RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): what each file is and how it was
 * made. Pure: nothing in it but what it is given, so the same study gives the same bytes.
 */
import { foldersOf, formatOf, idOf, partIds } from './crate-paths.ts';

/** A file of the folder. */
export interface CrateFile {
  /** From the folder, with `/`. */
  path: string;
  sha256: string;
  bytes: number;
  description: string;
}

/** Something the study was made from. */
export interface CrateInput {
  /** A name or an address; never a path of the machine. */
  name: string;
  /** Null where there was nothing to hash, as with standard input. */
  sha256: string | null;
  bytes: number | null;
}

export interface CrateFacts {
  name: string;
  description: string;
  engine: { version: string; factBase: string; asOf: string };
  /** SHA-256 of the frames' rules. */
  codebook: string;
  inputs: readonly CrateInput[];
  /** What was asked, defaults filled in. */
  options: Readonly<Record<string, string | number | boolean>>;
  /**
   * ISO date. The specification demands one; it is nowhere to be had but from whoever publishes, as a clock would make the
   * same study another file each day. Without it the crate lacks this one property.
   */
  datePublished?: string | undefined;
  /** Address of a licence; default: a statement that none is given. */
  license?: string | undefined;
}

type Entity = { '@id': string; '@type': string } & Record<string, unknown>;
const ref = (id: string): { '@id': string } => ({ '@id': id });

/** The text of `ro-crate-metadata.json`. Throws a RangeError for a file that does not lie in the folder. */
export function crateMetadata(files: readonly CrateFile[], facts: CrateFacts): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const folders = foldersOf(sorted.map(({ path }) => path));
  const graph: Entity[] = [
    {
      ...entity('ro-crate-metadata.json', 'CreativeWork'),
      conformsTo: ref('https://w3id.org/ro/crate/1.1'),
      about: ref('./'),
    },
    rootEntity(sorted, folders, facts),
    ...folders.map((folder) => folderEntity(folder, sorted, folders)),
    ...sorted.map(fileEntity),
    actionEntity(sorted, facts),
    { ...entity('#scscheck', 'SoftwareApplication'), name: 'scscheck', softwareVersion: facts.engine.version },
    {
      ...entity('#facts', 'CreativeWork'),
      name: 'Fact base',
      description: `What claims were held against; its facts are as of ${facts.engine.asOf}.`,
      sha256: facts.engine.factBase,
    },
    { ...entity('#codebook', 'CreativeWork'), name: 'Rules by which frames were coded', sha256: facts.codebook },
    ...facts.inputs.map(inputEntity),
    ...Object.entries(facts.options).map(([name, value]) => ({
      ...entity(`#option-${encodeURIComponent(name)}`, 'PropertyValue'),
      name,
      value: String(value),
    })),
    rightsEntity(facts.license),
  ];
  // The terms of 1.1 have no hash; this is what schema.org and later versions call it.
  const context = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'http://schema.org/sha256' }];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

const entity = (id: string, type: string): Entity => ({ '@id': id, '@type': type });

function rootEntity(files: readonly CrateFile[], folders: readonly string[], facts: CrateFacts): Entity {
  return {
    ...entity('./', 'Dataset'),
    name: facts.name,
    description: facts.description,
    ...(facts.datePublished === undefined ? {} : { datePublished: facts.datePublished }),
    license: ref(facts.license ?? '#rights'),
    hasPart: partsOf('', files, folders),
    mentions: ref('#study'),
  };
}

function folderEntity(folder: string, files: readonly CrateFile[], folders: readonly string[]): Entity {
  return { ...entity(idOf(folder), 'Dataset'), name: folder, hasPart: partsOf(folder, files, folders) };
}

function fileEntity({ path, sha256, bytes, description }: CrateFile): Entity {
  return {
    ...entity(idOf(path), 'File'),
    name: path,
    description,
    encodingFormat: formatOf(path),
    contentSize: String(bytes),
    sha256,
  };
}

function actionEntity(files: readonly CrateFile[], { inputs, options }: CrateFacts): Entity {
  return {
    ...entity('#study', 'CreateAction'),
    name: 'scscheck study',
    instrument: ref('#scscheck'),
    object: [
      ...inputs.map((_, i) => ref(`#input-${i + 1}`)),
      ref('#facts'),
      ref('#codebook'),
      ...Object.keys(options).map((name) => ref(`#option-${encodeURIComponent(name)}`)),
    ],
    result: alone(files.map(({ path }) => ref(idOf(path)))),
  };
}

function inputEntity({ name, sha256, bytes }: CrateInput, i: number): Entity {
  return {
    ...entity(`#input-${i + 1}`, 'CreativeWork'),
    name,
    ...(bytes === null ? {} : { contentSize: String(bytes) }),
    ...(sha256 === null ? {} : { sha256 }),
  };
}

function rightsEntity(license: string | undefined): Entity {
  if (license !== undefined)
    return { ...entity(license, 'CreativeWork'), name: license, description: 'Licence of this folder.' };
  const description = 'No licence is stated. Quoted passages belong to those who published them.';
  return { ...entity('#rights', 'CreativeWork'), name: 'Rights', description };
}

/** One value stands by itself, not in a list, as the specification recommends. */
const alone = <T>(values: T[]): T | T[] => (values.length === 1 ? values[0]! : values);

/** What lies in `folder` itself. */
function partsOf(folder: string, files: readonly CrateFile[], folders: readonly string[]): unknown {
  return alone(partIds(folder, [...folders, ...files.map(({ path }) => path)]).map(ref));
}
