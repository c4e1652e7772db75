// Builds dist/: the program and the library, bundled, and the fact base, compiled.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { librariesApart, library, program, starters } from './esbuild.options.config.mjs';

const quiet = process.argv.includes('--quiet');
const stdio = ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'];
const outputsOf = async (options) => (await build(options)).outputFiles;

const [own, ...others] = await Promise.all([program, library, ...librariesApart].map(outputsOf));
// The name of a file whose code is kept compiled changes with its contents.
const code = own.find((file) => file.path.endsWith('.cjs'));
const name = `program-${createHash('sha256').update(code.contents).digest('hex').slice(0, 12)}.cjs`;
const programFile = { path: join(dirname(code.path), name), contents: Buffer.from(asFunction(code.text), 'latin1') };
const libraries = others.flat();

// What is named by others is written before them, and what no longer belongs goes last, so that a program started
// meanwhile finds either the old build or the new one.
const isEntry = (file) => basename(file.path) === 'index.js';
const first = [programFile, ...libraries.filter((file) => !isEntry(file))];
for (const file of first) await put(file);
for (const script of ['src/facts/write-bundle.ts', 'src/frames/write-frames.ts'])
  execFileSync(process.execPath, ['--import', 'tsx', script], { stdio });
const last = [...libraries.filter(isEntry), ...(await outputsOf(starters(name)))];
for (const file of last) await put(file);
execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/write-compiled.ts', programFile.path], { stdio });

const kept = new Set([...first, ...last].map((file) => file.path));
for (const folder of ['dist', 'dist/apart', 'dist/chunks']) {
  for (const entry of await readdir(folder).catch(() => [])) {
    const path = join(process.cwd(), folder, entry);
    const isCode = /\.(?:c?js|txt)$/.test(entry) && !kept.has(path);
    if (isCode || (entry.startsWith('program-') && !entry.startsWith(name.replace('.cjs', '')))) await rm(path);
  }
}

if (!quiet) {
  const bytes = [...first, ...last].reduce((sum, file) => sum + file.contents.length, 0);
  console.log(`dist: ${kept.size} files, ${Math.round(bytes / 1024)} kB`);
}

/**
 * The program as a function of what a CommonJS file is given, all in ASCII, which is read the fastest. What the bundler
 * leaves of other characters stands in regular expressions, where their escapes mean the same.
 */
function asFunction(text) {
  const ascii = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`;
}

/** Writes a file where its contents have changed. */
async function put({ path, contents }) {
  const old = await readFile(path).catch(() => null);
  if (old && Buffer.compare(old, contents) === 0) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents, { mode: relative('dist', path) === 'cli.js' ? 0o755 : 0o644 });
}
