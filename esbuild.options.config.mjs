// How the program and the library are bundled. Commands and heavy libraries are reached by dynamic import alone,
// so that code splitting keeps them out of the files that every start reads.

/** CommonJS dependencies call `require` for Node's own modules; an ES module has none unless it makes one. */
const banner =
  "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);";

/** @type {import('esbuild').BuildOptions} */
export const options = {
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', 'chunks/worker': 'src/batch/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: banner },
  // An optional dependency of linkedom that draws pictures; it does without. The pool starts files of its own package.
  external: ['canvas', 'piscina'],
  write: false,
  logLevel: 'warning',
};
