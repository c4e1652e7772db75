import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for a test file, gone when it ends; `write` puts a file there and gives its path. */
export function sandbox(): { root: string; write(name: string, content: string | Uint8Array): string } {
  const root = mkdtempSync(join(tmpdir(), 'scscheck-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return {
    root,
    write(name, content) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
  };
}
