/**
 * Builds, as npm does after it has put the dependencies in place. Where a package is installed from its repository for
 * all users, as pre-commit does, npm takes "for all users" to hold for the tools of the build too, and leaves them
 * out here: then they are put in place first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Runs npm, by its own program where npm started this. */
function npm(...args) {
  const own = process.env.npm_execpath;
  const [program, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  const { status } = spawnSync(program, [...first, ...args], {
    stdio: 'inherit',
    env: { ...process.env, npm_config_global: 'false' },
    shell: program === 'npm',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/esbuild')) npm('ci', '--include=dev', '--ignore-scripts');
npm('run', 'build');
