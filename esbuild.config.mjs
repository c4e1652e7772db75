// Builds dist/: the program and the library, bundled, and the fact base, compiled.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { options } from './esbuild.options.config.mjs';

const quiet = process.argv.includes('--quiet');
const { outputFiles } = await build(options);

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

const stdio = ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'];
execFileSync(process.execPath, ['--import', 'tsx', 'src/facts/write-bundle.ts'], { stdio });

if (!quiet) {
  const bytes = outputFiles.reduce((sum, file) => sum + file.contents.length, 0);
  console.log(`dist: ${outputFiles.length} files, ${Math.round(bytes / 1024)} kB`);
}
