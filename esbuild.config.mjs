// Bundles the program and the library into dist/. Commands and heavy libraries are reached by dynamic import
// alone, so that code splitting keeps them out of the files that every start reads.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const quiet = process.argv.includes('--quiet');

/** CommonJS dependencies call `require` for Node's own modules; an ES module has none unless it makes one. */
const banner =
  "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);";

const { outputFiles } = await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: banner },
  // An optional dependency of linkedom that draws pictures; it does without.
  external: ['canvas'],
  write: false,
  logLevel: 'warning',
});

// Chunks carry their hash in their name: they are written before the two files that name them, and what no
// longer belongs goes last, so that a program started meanwhile finds either the old build or the new one.
const isEntry = (file) => ['cli.js', 'index.js'].includes(basename(file.path)) && !file.path.includes('chunks');
const sorted = outputFiles.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
for (const file of sorted) {
  const old = await readFile(file.path).catch(() => null);
  if (old && Buffer.compare(old, file.contents) === 0) continue;
  await mkdir(dirname(file.path), { recursive: true });
  await writeFile(file.path, file.contents, { mode: file.path.endsWith('cli.js') ? 0o755 : 0o644 });
}
const kept = new Set(outputFiles.map((file) => basename(file.path)));
for (const name of await readdir('dist/chunks').catch(() => [])) {
  if (!kept.has(name)) await rm(join('dist/chunks', name));
}

if (!quiet) {
  const bytes = outputFiles.reduce((sum, file) => sum + file.contents.length, 0);
  console.log(`dist: ${outputFiles.length} files, ${Math.round(bytes / 1024)} kB`);
}
