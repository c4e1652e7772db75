/** `scscheck facts validate` and `facts verify`: whether the fact base holds together, and holds to its source. */
import { relative } from 'node:path';
import { KnownError } from '../errors.ts';
import { loadFactBase } from '../facts/load.ts';
import type { Problem } from '../facts/problem.ts';
import { readFactSources, readSeeds, readSourceCopy } from '../facts/sources.ts';
import { type Judge, validateFacts } from '../facts/validate.ts';
import { verifySource } from '../facts/verify.ts';
import { judgeText } from '../judge-text.ts';
import { problemsHuman, type Verification, verificationHuman } from '../reporters/fact-checks.ts';
import { terminal } from './explain.ts';
import type { FactsCommandOptions } from './facts.ts';
import { STATUS } from './status.ts';

/**
 * Prints what is wrong with the fact base, each fault with file and line; the status is 1 when there is any. The
 * examples are judged once the files are sound. Throws FactBaseError for a path that cannot be read.
 */
export async function validate(options: FactsCommandOptions): Promise<number> {
  const { facts, problems } = readFactSources(options.facts);
  const judged = problems.length > 0 ? { problems: [] } : await judgeOf(options.facts);
  const found = [
    ...problems,
    ...judged.problems,
    ...validateFacts(facts, readSeeds(), judged.judge ? { judge: judged.judge } : {}),
  ].map((problem) => ({ ...problem, file: shortest(problem.file) }));
  process.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ facts: facts.length, problems: found }, null, 2)}\n`
      : problemsHuman(found, facts.length, terminal(options.color)),
  );
  return found.length > 0 ? STATUS.found : STATUS.ok;
}

/** The path as seen from here, where that is shorter. */
function shortest(file: string): string {
  const seen = relative(process.cwd(), file);
  return seen !== '' && seen.length < file.length ? seen : file;
}

/** Judges examples by the fact base as `check` would use it; when that does not load, the reason is a problem. */
async function judgeOf(facts: string[] | undefined): Promise<{ judge?: Judge; problems: Problem[] }> {
  try {
    const base = await loadFactBase(facts);
    const judge: Judge = (text) => judgeText(text, base)?.claim ?? { label: 'unverified', evidence: [] };
    return { judge, problems: [] };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const { message, hint, place } = error;
    return { problems: [{ file: place?.file ?? 'fact base', line: place?.line ?? 1, message, hint }] };
  }
}

/**
 * Prints which locators a copy of the source bears out; the status is 1 when it does not bear out all of them.
 * Throws UsageError when the copy cannot be read.
 */
export async function verify(options: FactsCommandOptions): Promise<number> {
  const text = readSourceCopy(options.source ?? '');
  const { facts } = readFactSources(options.facts);
  const verifications = readSeeds().map((record): Verification => {
    const checks = verifySource(text, record);
    const cited = facts.filter((fact) => fact.source === record.id);
    return { source: record.id, checks, facts: cited.map(({ id, locators }) => ({ id, locators })) };
  });
  process.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(verifications, null, 2)}\n`
      : verifications.map((one) => verificationHuman(one, terminal(options.color))).join('\n'),
  );
  const proven = verifications.every(({ checks }) => checks.every((check) => check.status === 'ok'));
  return proven ? STATUS.ok : STATUS.found;
}
