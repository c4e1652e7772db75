/**
 * Writes what is put together from the WebAssembly texts (`.wat`) as text in base64 beside them (`.wasm.ts`), so that the
 * program carries it in itself.
 *
 * Run: `npm run wasm` (the files are committed; a test says when one is out of date).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

export const TEXTS = ['src/scorer/recurrence.wat', 'src/eval/rows.wat'];

export const madeFrom = (text: string): string => text.replace(/\.wat$/, '.wasm.ts');

/** What stands in the file made from a text. */
export async function wasmText(text: string): Promise<string> {
  const { parseWat } = await wabt();
  const parsed = parseWat(text, readFileSync(text, 'utf8'), { simd: true, bulk_memory: true });
  parsed.validate();
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  const name = text.replace(/^.*\//, '');
  return `/** Made by \`npm run wasm\` from \`${name}\`. */\nexport default '${Buffer.from(buffer).toString('base64')}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const text of TEXTS) writeFileSync(madeFrom(text), await wasmText(text));
