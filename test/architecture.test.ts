/** The shape of the sources: which part may lean on which, and what the pure stages may not touch. */
import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findCycle, impureUses, readSources, type Source } from './imports.ts';

const sources = readSources('src');
const files = new Set(sources.map((s) => s.file));

/** The part of the program a file belongs to: its folder, or the file itself at the top. */
const partOf = (file: string): string => file.split('/')[1]!;

/**
 * The parts each part may import, besides itself and what all may: `model.ts` and `errors.ts`. Along the pipeline,
 * an earlier stage knows nothing of a later one.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  article: [],
  detect: [],
  scorer: ['detect'],
  facts: ['detect', 'scorer'],
  match: ['detect', 'facts'],
  'label.ts': ['detect', 'match', 'facts', 'scorer'],
  'recut.ts': ['detect', 'scorer', 'label.ts'],
  'rescore.ts': ['detect', 'scorer', 'label.ts'],
  'recheck.ts': ['check.ts', 'detect', 'facts', 'label.ts'],
  frames: ['detect', 'facts', 'scorer', 'label.ts'],
  // Frames are coded by what it is handed; the code itself is loaded by those who ask for it.
  'check.ts': ['detect', 'facts', 'frames', 'match', 'scorer', 'label.ts', 'recut.ts', 'rescore.ts'],
  'judge-text.ts': ['check.ts', 'detect', 'facts', 'scorer'],
  'explain.ts': ['judge-text.ts', 'check.ts', 'label.ts', 'match', 'facts', 'detect'],
  // The gate looks at bytes before an article is made of them.
  source: ['article', 'detect'],
  'library.ts': ['article'],
  'version.ts': [],
  suggest: ['check.ts', 'facts', 'match', 'detect', 'label.ts', 'judge-text.ts'],
  review: ['article', 'detect', 'facts'],
  config: ['review', 'facts', 'reporters'],
  git: [],
  cache: ['batch'],
  reporters: ['article', 'facts', 'explain.ts', 'review', 'version.ts'],
  lsp: [
    'article',
    'batch',
    'check.ts',
    'config',
    'detect',
    'facts',
    'recheck.ts',
    'reporters',
    'review',
    'source',
    'suggest',
    'version.ts',
  ],
  eval: [
    'check.ts',
    'label.ts',
    'recut.ts',
    'rescore.ts',
    'scorer',
    'detect',
    'facts',
    'frames',
    'match',
    'judge-text.ts',
  ],
  batch: ['source', 'article', 'check.ts', 'facts', 'frames', 'reporters', 'review', 'suggest'],
  study: ['article', 'batch', 'detect', 'facts', 'reporters', 'source'],
  cli: [
    'batch',
    'cache',
    'config',
    'git',
    'lsp',
    'review',
    'source',
    'article',
    'facts',
    'check.ts',
    'judge-text.ts',
    'explain.ts',
    'eval',
    'frames',
    'reporters',
    'study',
    'version.ts',
  ],
  'index.ts': ['library.ts', 'article', 'check.ts', 'facts', 'explain.ts', 'reporters', 'suggest', 'version.ts'],
  'model.ts': [],
  'schema.ts': [],
  'errors.ts': [],
};
const EVERYWHERE = new Set(['model.ts', 'schema.ts', 'errors.ts']);

/** Types that are named against the direction, each with its reason. */
const TYPES_AGAINST: Record<string, string> = {
  'src/detect/worth.ts -> match': 'judges a clause by what matched it; runs after matching',
};

const within = (source: Source): { to: string; type: boolean }[] => source.imports.filter(({ to }) => files.has(to));

describe('direction', () => {
  it('every part is known here', () => {
    const parts = new Set(sources.map(({ file }) => partOf(file)));
    expect([...parts].filter((part) => MAY_IMPORT[part] === undefined)).toEqual([]);
  });

  it('imports point along the pipeline', () => {
    const against = sources.flatMap((source) =>
      within(source).flatMap(({ to, type }) => {
        const [from, part] = [partOf(source.file), partOf(to)];
        if (from === part || EVERYWHERE.has(part) || MAY_IMPORT[from]!.includes(part)) return [];
        if (type && TYPES_AGAINST[`${source.file} -> ${part}`]) return [];
        return [`${source.file} imports ${to}`];
      }),
    );
    expect(against).toEqual([]);
  });

  it('what leans against it in types is still there', () => {
    const leaning = sources.flatMap((s) => within(s).map(({ to }) => `${s.file} -> ${partOf(to)}`));
    expect(Object.keys(TYPES_AGAINST).filter((edge) => !leaning.includes(edge))).toEqual([]);
  });

  it('there are no cycles in what runs', () => {
    const edges = new Map(sources.map((s) => [s.file, within(s).flatMap(({ to, type }) => (type ? [] : [to]))]));
    expect(findCycle(edges)).toBeNull();
  });

  it('nor among the parts', () => {
    expect(findCycle(new Map(Object.entries(MAY_IMPORT)))).toBeNull();
  });

  it('the model imports zod alone, the errors nothing', () => {
    const importsOf = (file: string) => sources.find((s) => s.file === file)!.imports.map(({ to }) => to);
    expect(importsOf('src/model.ts').filter((to) => to !== 'src/schema.ts')).toEqual([]);
    expect(importsOf('src/schema.ts')).toEqual(['zod', 'src/model.ts']);
    expect(importsOf('src/errors.ts')).toEqual([]);
  });

  it('a cycle would be found', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(
      findCycle(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toBeNull();
  });
});

describe('the pure stages', () => {
  const PURE = new Set([
    'article',
    'detect',
    'scorer',
    'match',
    'frames',
    'label.ts',
    'recut.ts',
    'rescore.ts',
    'check.ts',
    'recheck.ts',
    'review',
    'suggest',
    'judge-text.ts',
    'model.ts',
    'errors.ts',
  ]);
  /** Of the fact base, what reads files; the rest compiles and checks. */
  const READS_FILES = [
    ...['bundle', 'load', 'sources', 'write-bundle'].map((name) => `src/facts/${name}.ts`),
    ...['built', 'load', 'read', 'write-frames'].map((name) => `src/frames/${name}.ts`),
  ];
  /** Of a study, what works out and draws; the rest reads and writes. */
  const STUDY = /^src\/study\/(?:statistics|figures|report|analysis|model\.ts|cautions\.ts|work-name\.ts)/;
  const READS_TABLES = 'src/study/analysis/gather.ts';
  const pure = sources.filter(
    ({ file }) =>
      (PURE.has(partOf(file)) || partOf(file) === 'facts' || (STUDY.test(file) && file !== READS_TABLES)) &&
      !READS_FILES.includes(file),
  );

  it('are all here', () => {
    expect(READS_FILES.filter((file) => !files.has(file))).toEqual([]);
    expect(new Set(pure.map(({ file }) => partOf(file)))).toEqual(new Set([...PURE, 'facts', 'study']));
  });

  it('import nothing of the file system, the network or the process', () => {
    // Bytes are checked for UTF-8, hashed and inflated; none of it touches the world.
    const ALLOWED = new Set(['node:buffer', 'node:crypto', 'node:zlib']);
    const touching = pure.flatMap(({ file, imports }) =>
      imports
        .filter(({ to }) => (to.startsWith('node:') && !ALLOWED.has(to)) || to === 'undici' || to === 'p-queue')
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(touching).toEqual([]);
  });

  it('use no clock, no chance, no environment, no timers', () => {
    expect(pure.flatMap(impureUses)).toEqual([]);
  });

  it('a use would be found', () => {
    const text = 'new Date(); Date.now(); Math.random(); process.env.X; fetch("x"); new Date(0); Math.max(1);';
    const tree = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
    expect(impureUses({ file: 'x.ts', tree, imports: [] })).toEqual([
      'x.ts:1 new Date()',
      'x.ts:1 Date.now',
      'x.ts:1 Math.random',
      'x.ts:1 process.env.X',
      'x.ts:1 process.env',
      'x.ts:1 fetch("x")',
    ]);
  });

  it('lead to no file that is not pure', () => {
    const isPure = new Set(pure.map(({ file }) => file));
    const leaks = pure.flatMap((s) =>
      within(s).flatMap(({ to, type }) => (type || isPure.has(to) ? [] : [`${s.file} imports ${to}`])),
    );
    expect(leaks).toEqual([]);
  });
});

describe('libraries', () => {
  const importersOf = (name: RegExp): string[] =>
    [...sources, ...readSources('test')]
      .filter(({ imports }) => imports.some(({ to }) => name.test(to)))
      .map(({ file }) => file);

  it.each([
    [/^natural(?:\/|$)/, ['src/detect/words.ts']],
    [/^compromise(?:\/|$)/, ['src/detect/compromise.ts']],
    [/^chardet$/, 1],
    [/^iconv-lite$/, 1],
    [/^linkedom$/, 1],
    [/^@mozilla\/readability$/, 1],
    [/^@lezer\/markdown$/, 1],
    [/^p-queue$/, 1],
    [/^csv-parse(?:\/|$)/, 1],
    [/^feedsmith$/, 1],
    [/^robots-parser$/, 1],
    [/^mammoth$/, 1],
    [/^eld(?:\/|$)/, 1],
    [/^piscina$/, 1],
    [/^picomatch$/, 1],
    [/^@duckdb\//, ['src/study/tables/duckdb.ts']],
    [/^vega(?:-lite)?$/, ['src/study/figures/vega.ts']],
    [/^pure-rand/, ['src/study/statistics/random.ts']],
    [/^vscode-languageserver/, ['src/lsp/protocol.ts']],
  ] as const)('%s stands behind one file', (name, where) => {
    const importers = importersOf(name).filter((file) => file.startsWith('src/'));
    if (typeof where === 'number') expect(importers).toHaveLength(where);
    else expect(importers).toEqual(where);
  });

  it('of natural, no more than a module', () => {
    const taken = sources.flatMap(({ imports }) => imports.flatMap(({ to }) => (to.startsWith('natural') ? [to] : [])));
    expect(taken).toEqual(['natural/lib/natural/stemmers/porter_stemmer.js']);
  });

  it('undici is for those who fetch', () => {
    expect(
      importersOf(/^undici$/).filter((file) => file.startsWith('src/') && !file.startsWith('src/source/')),
    ).toEqual([]);
  });
});

describe('folders', () => {
  it('at the top are those agreed', () => {
    const folders = readdirSync('.', { withFileTypes: true }).filter((e) => e.isDirectory() && !e.name.startsWith('.'));
    const AGREED = [
      'action',
      'bench',
      'claims',
      'dist',
      'docs',
      'fixtures',
      'node_modules',
      'recipes',
      'schema',
      'seeds',
      'src',
      'test',
    ];
    expect(folders.map((e) => e.name).filter((name) => !AGREED.includes(name))).toEqual([]);
  });

  it('none is called utils, helpers or common, and only index.ts gathers exports', () => {
    expect([...files].filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.ts$)/.test(file))).toEqual([]);
    const gathering = sources.filter(({ tree }) => {
      const statements = tree.statements.filter((s) => !ts.isExportDeclaration(s) && !ts.isImportDeclaration(s));
      return statements.length === 0;
    });
    expect(gathering.map(({ file }) => file).filter((file) => file !== 'src/index.ts')).toEqual([]);
  });

  it('files are small: half of them under 80 lines, none over 300', () => {
    // What a script makes out of other files is none that anyone reads.
    const made = 'src/study/report/page/inlined.ts';
    const own = sources.filter(({ file }) => file !== made);
    expect(own).toHaveLength(sources.length - 1);
    const lines = own.map(({ file, tree }) => ({ file, lines: tree.getLineStarts().length - 1 }));
    expect(lines.filter((s) => s.lines > 300).map((s) => `${s.file}: ${s.lines}`)).toEqual([]);
    const sorted = lines.map((s) => s.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]!).toBeLessThan(80);
  });
});
