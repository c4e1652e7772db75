/** Files that are there whole or not at all. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Puts `text` in the place of what `file` held, all at once. Throws the system's error, and leaves what was there then. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } catch (cause) {
    rmSync(part, { force: true });
    throw cause;
  }
}
