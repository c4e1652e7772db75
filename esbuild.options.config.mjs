// How the library and the program are bundled.
//
// The library (dist/index.js) is made of ES modules, which bundlers of others understand. The program is one CommonJS
// file, as V8 can keep the compiled code of a script, not of a module, and most of a short run's time goes into
// compiling (`src/cli/compiled.ts`). Libraries that few runs need stand beside it and are loaded when they are called for.

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  legalComments: 'linked',
  // An optional dependency of linkedom that draws pictures; it does without. The pool starts files of its own package.
  // DuckDB brings an engine of its own, which is loaded from its package.
  external: ['canvas', 'piscina', '@duckdb/node-api'],
  // Vega's own way to a canvas waits at the top of a module, which CommonJS cannot; without one it does as well.
  alias: { 'vega-canvas': './node_modules/vega-canvas/build/vega-canvas.browser.js' },
  write: false,
  logLevel: 'warning',
};

/** CommonJS dependencies call `require` for Node's own modules; an ES module has none unless it makes one. */
const banner =
  "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);";

/** @type {import('esbuild').BuildOptions} */
export const library = {
  ...shared,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: banner },
};

/** What is bundled for itself: module specifiers, as the sources write them. */
export const APART = [
  '@mozilla/readability',
  'chardet',
  'compromise/three',
  'csv-parse',
  'csv-parse/sync',
  'eld/extrasmall',
  'feedsmith',
  'iconv-lite',
  'linkedom',
  'mammoth',
  'pdfjs-dist/legacy/build/pdf.min.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  'undici',
  'vega',
  'vega-lite',
  'vscode-languageserver-textdocument',
  'vscode-languageserver/node',
  'yaml',
];

const nameOf = (specifier) =>
  specifier
    .replace(/\.mjs$/, '')
    .replaceAll(/[^\w]+/g, '-')
    .replace(/^-/, '');

/** Leads the specifiers of `APART` to their own bundles. */
const apart = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^[@\w]/ }, ({ path, importer }) => {
      if (!APART.includes(path) || importer.includes('node_modules')) return undefined;
      return { path: `./apart/${nameOf(path)}.cjs`, external: true };
    });
  },
};

/** What libraries load at once and the program does not use: child processes for commands in files of their own, colours of trees. */
const UNUSED = {
  'node:child_process': /node_modules.commander/,
  '@lezer/highlight': /node_modules.@lezer.markdown/,
};

/** Leads them to stand-ins, which save a short run some ten milliseconds. */
const unused = {
  name: 'unused',
  setup(build) {
    build.onResolve({ filter: /^(?:node:child_process|@lezer\/highlight)$/ }, ({ path, importer }) =>
      UNUSED[path].test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      // Tags are functions that give tags; the styles made of them style no node.
      contents:
        'const tags = new Proxy(() => tags, { get: () => tags }); module.exports = { tags, Tag: class {}, styleTags: () => () => undefined };',
      loader: 'js',
    }));
  },
};

/** In CommonJS, what a module is called and how it reaches the rest of the world. */
const commonjs = {
  ...shared,
  format: 'cjs',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
};

/** @type {import('esbuild').BuildOptions} */
export const program = {
  ...commonjs,
  entryPoints: { program: 'src/cli/program-entry.ts' },
  plugins: [apart, unused],
};

/** What starts the program, whose file is called `name`. @returns {import('esbuild').BuildOptions} */
export const starters = (name) => ({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts', worker: 'src/cli/worker-start.ts' },
  outdir: 'dist',
  format: 'esm',
  define: { PROGRAM: JSON.stringify(name) },
});

/** @type {import('esbuild').BuildOptions[]} */
export const librariesApart = APART.map((specifier) => ({
  ...commonjs,
  entryPoints: { [`apart/${nameOf(specifier)}`]: specifier },
  // Whoever imports the default of a CommonJS file gets all of it.
  footer: specifier === 'compromise/three' ? { js: 'module.exports = module.exports.default;' } : {},
}));
