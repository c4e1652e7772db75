/** Whether to colour what is printed. */

export interface ColorQuestion {
  /** The `--color` option; false is `--no-color`. */
  option: 'auto' | 'always' | 'never' | false;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether the output goes to a terminal. */
  terminal: boolean;
  /** Whether the output goes to a file named by `--output`, which `FORCE_COLOR` is not meant for. */
  file: boolean;
}

/**
 * `--color always` and `never` decide; else `NO_COLOR` (set and not empty) says no, `FORCE_COLOR` (set, and
 * neither `0` nor `false`) says yes, `TERM=dumb` says no, and a terminal gets colours.
 */
export function wantsColor({ option, env, terminal, file }: ColorQuestion): boolean {
  if (option === false || option === 'never') return false;
  if (option === 'always') return true;
  if (env.NO_COLOR || file) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}
