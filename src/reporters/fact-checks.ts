/** `scscheck facts validate` and `facts verify`: what was found, for reading. Pure. */
import pc from 'picocolors';
import { type Problem, problemLine } from '../facts/problem.ts';
import type { LocatorCheck } from '../facts/verify.ts';
import { oneLine } from './escape.ts';
import type { FactsReportOptions } from './facts.ts';
import { plural } from './sentences.ts';
import { wrap } from './wrap.ts';

/** What holding a copy against one source's record gave. */
export interface Verification {
  /** Id of the source in `seeds/`. */
  source: string;
  checks: LocatorCheck[];
  /** The facts that rest on the source. */
  facts: { id: string; locators: string[] }[];
}

/** A line a problem, `file:line: what (what to do)`, and a count. */
export function problemsHuman(problems: readonly Problem[], facts: number, options: FactsReportOptions): string {
  const colors = pc.createColors(options.color);
  const lines = problems.map((problem) => {
    const line = oneLine(problemLine(problem));
    const place = `${oneLine(problem.file)}:${problem.line}:`;
    return line.startsWith(place) ? `${colors.cyan(place)}${line.slice(place.length)}` : line;
  });
  const count =
    problems.length === 0
      ? `${colors.green('✓')} ${plural(facts, 'fact')}, no problems`
      : `${colors.red('✗')} ${plural(facts, 'fact')}, ${plural(problems.length, 'problem')}`;
  return `${[...lines, count].join('\n')}\n`;
}

/** Each locator the copy does not bear out, with the facts that rest on it, and a count. */
export function verificationHuman({ source, checks, facts }: Verification, options: FactsReportOptions): string {
  const colors = pc.createColors(options.color);
  const failed = checks.filter((check) => check.status !== 'ok');
  const lines = failed.flatMap(({ locator, status, text }) => {
    const resting = facts.filter((fact) => fact.locators.includes(locator)).map((fact) => fact.id);
    const what = status === 'missing' ? 'no such sentence in the copy' : 'another sentence stands there:';
    const quote = text === null ? [] : wrap(`“${oneLine(text)}”`, options.width - 4).map((line) => `    ${line}`);
    const rests =
      resting.length > 0
        ? wrap(`facts: ${resting.join(', ')}`, options.width - 4).map((line) => `    ${colors.dim(line)}`)
        : [];
    return [`${colors.red('✗')} ${locator}  ${what}`, ...quote, ...rests];
  });
  const proven = checks.length - failed.length;
  const shaken = facts.filter((fact) => failed.some((check) => fact.locators.includes(check.locator))).length;
  const sign = failed.length === 0 ? colors.green('✓') : colors.red('✗');
  const summary = `${sign} ${source}: ${proven} of ${plural(checks.length, 'sentence')} as recorded`;
  const rest =
    shaken > 0
      ? `; ${plural(shaken, 'fact')} of ${facts.length} rest on the others`
      : `; all ${plural(facts.length, 'fact')} stand`;
  return `${[...lines, summary + rest].join('\n')}\n`;
}
