import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeFrom, TEXTS, wasmText } from '../wasm.config.ts';

test.each(TEXTS)('what was made from %s is what its text says today', async (text) => {
  expect(readFileSync(madeFrom(text), 'utf8')).toBe(await wasmText(text));
});
