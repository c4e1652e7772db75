import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Builds the program once before any test, so that the tests that spawn it run what the sources say. When it
 * does not build, no old one is left standing that such a test could pass with.
 */
export default function setup(): void {
  try {
    execFileSync(process.execPath, ['esbuild.config.mjs', '--quiet'], { stdio: 'inherit' });
  } catch {
    for (const file of ['dist/cli.js', 'dist/index.js']) rmSync(file, { force: true });
  }
}
