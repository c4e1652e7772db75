/** The action's inputs as arguments of the program. */

/** Options that are passed on when their input is not empty. */
const PASSED = { SCSCHECK_CONFIG: '--config', SCSCHECK_FAIL_ON: '--fail-on', SCSCHECK_BASELINE: '--baseline' };

/**
 * The arguments of `check`: annotations on standard output, SARIF and summary in files. What was given as input stands
 * behind `=` or `--`, so that none of it can be taken for another option. `since` is null or "none" for whole files.
 */
export function checkArguments(env, { since, sarif, summary }) {
  const options = Object.entries(PASSED).flatMap(([name, option]) => (env[name] ? [`${option}=${env[name]}`] : []));
  if (since && since !== 'none') options.push(`--since=${since}`);
  // Code scanning shows what is suppressed or in the baseline as open.
  options.push('--omit-excused');
  const formats = [
    '--format=sarif',
    `--output=${sarif}`,
    '--format=markdown',
    `--output=${summary}`,
    '--format=github',
  ];
  const paths = (env.SCSCHECK_PATHS ?? '').split('\n').map((line) => line.trim());
  const given = paths.filter((line) => line !== '');
  return ['check', ...options, ...formats, '--', ...(given.length > 0 ? given : ['.'])];
}
