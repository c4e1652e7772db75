/** What every start reads: heavy libraries stay behind dynamic imports. */
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { APART, library, program } from '../esbuild.options.config.mjs';

let outputs: Metafile['outputs'];
beforeAll(async () => {
  // Cut into chunks, what is loaded together stays together.
  const entryPoints = ['src/cli/run.ts', 'src/index.ts'];
  outputs = (await build({ ...library, entryPoints, metafile: true, write: false })).metafile.outputs;
});

/** The packages and source files in all the files that `source` loads before it runs. */
function loadedBy(source: string): Set<string> {
  const entry = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === source);
  if (entry === undefined) throw new Error(`no output for ${source}`);
  const files = new Set([entry]);
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') files.add(path);
  }
  const inputs = [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  return new Set(inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input));
}

describe('code that is loaded', () => {
  test('for --help: commander alone', () => {
    const packages = [...loadedBy('src/cli/run.ts')].filter((input) => !input.startsWith('src/'));
    expect(packages).toEqual(['commander']);
  });

  const HEAVY = ['compromise', 'linkedom', '@mozilla/readability', 'undici', '@lezer/markdown', 'yaml'];
  test.each([
    ['src/cli/check.ts', [...HEAVY, 'zod']],
    ['src/index.ts', HEAVY],
  ])('%s: none of the libraries that take long to load', (source, heavy) => {
    const loaded = loadedBy(source);
    expect(loaded).toContain('src/check.ts');
    expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
  });

  test('the program holds no library that stands apart', async () => {
    const { metafile } = await build({ ...program, metafile: true });
    const inputs = Object.keys(metafile!.inputs);
    const within = APART.filter((name) => inputs.some((input) => input.includes(`node_modules/${name}/`)));
    expect(within).toEqual([]);
  });

  test('of natural, single modules and never the whole', () => {
    const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
    expect(inputs.filter((input) => /node_modules\/natural\/lib\/natural\/index\.js$/.test(input))).toEqual([]);
    expect(inputs.filter((input) => /node_modules\/(?:mongoose|pg|redis|dotenv)\//.test(input))).toEqual([]);
  });
});
