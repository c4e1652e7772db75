/** What is asked of the values of a configuration beyond its schema. Pure. */
import type { ConfigError } from '../errors.ts';
import { didYouMean } from '../facts/nearest.ts';
import type { Path } from './places.ts';
import { type ConfigProblem, firstOf, named, quoted } from './problems.ts';
import type { ConfigData } from './schema.ts';

type LineOf = (path: Path) => number;
type GlobFault = (glob: string) => { fault: string; hint: string } | null;

/** Throws ConfigError for globs that cannot be used and for reports that would be written over one another. */
export function checkValues(data: ConfigData, globFault: GlobFault | null, shown: string, lineOf: LineOf): void {
  const problems = [...(globFault ? wrongGlobs(data, globFault, lineOf) : []), ...sameOutputs(data, lineOf)];
  if (problems.length > 0) throw firstOf(problems, shown);
}

function wrongGlobs(data: ConfigData, globFault: GlobFault, lineOf: LineOf): ConfigProblem[] {
  const lists: [Path, readonly string[]][] = [
    [['include'], data.include ?? []],
    [['exclude'], data.exclude ?? []],
    ...(data.overrides ?? []).map(({ files }, index): [Path, string[]] => [['overrides', index, 'files'], files]),
  ];
  return lists.flatMap(([path, globs]) =>
    globs.flatMap((glob, index): ConfigProblem[] => {
      const wrong = globFault(glob);
      if (!wrong) return [];
      const message = `${quoted(glob)} in ${named(path)} ${wrong.fault}`;
      return [{ code: 'config-value', line: lineOf([...path, index]), message, hint: wrong.hint }];
    }),
  );
}

function sameOutputs({ reports = [] }: ConfigData, lineOf: LineOf): ConfigProblem[] {
  const seen = new Set<string | undefined>();
  return reports.flatMap(({ output }, index): ConfigProblem[] => {
    if (!seen.has(output)) {
      seen.add(output);
      return [];
    }
    const message = output === undefined ? 'two reports for standard output' : `two reports for ${quoted(output)}`;
    return [
      { code: 'config-value', line: lineOf(['reports', index]), message, hint: 'give each an "output" of its own' },
    ];
  });
}

/** Every fact that is off somewhere, with its line. */
export function factsOffIn(data: ConfigData, lineOf: LineOf): { id: string; line: number }[] {
  const lists: [Path, readonly string[]][] = [
    [['facts', 'off'], data.facts?.off ?? []],
    ...(data.overrides ?? []).map(({ facts }, index): [Path, string[]] => [
      ['overrides', index, 'facts', 'off'],
      facts?.off ?? [],
    ]),
  ];
  return lists.flatMap(([path, ids]) => ids.map((id, index) => ({ id, line: lineOf([...path, index]) })));
}

/**
 * What is wrong where facts are off that the fact base, with its ids `known`, does not have: the first, with the
 * nearest id, and how many more; null where all are known.
 */
export function unknownFacts(
  { factsOff, shown }: { factsOff: readonly { id: string; line: number }[]; shown: string },
  known: readonly string[],
): ConfigError | null {
  const ids = new Set(known);
  const problems = factsOff
    .filter(({ id }) => !ids.has(id))
    .map(({ id, line }) => ({
      code: 'config-unknown-fact',
      line,
      message: `unknown fact ${quoted(id)}`,
      hint: () => didYouMean(id, known),
    }));
  return problems.length > 0 ? firstOf(problems, shown) : null;
}
