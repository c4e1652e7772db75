/** Holds `disable` and `enable` against one another. Pure. */
import type { Directive } from './finding.ts';

/**
 * Ends, in place, each `disable` where an `enable` takes it back, wholly or for some facts; one that nothing takes back
 * goes on to the end of the file. Returns each `enable` that takes back nothing, with what to say of it.
 */
export function paired(directives: readonly Directive[]): { directive: Directive; message: string }[] {
  let open: Directive[] = [];
  /** What each has lost already: lists are searched too often for files that somebody means to be slow. */
  const lost = new Map<Directive, Set<string>>();
  const idle: { directive: Directive; message: string }[] = [];
  for (const directive of directives) {
    if (directive.kind === 'disable') open.push(directive);
    if (directive.kind !== 'enable') continue;
    const at = directive.covers.start;
    const missed = directive.facts.filter((fact) => open.filter((one) => enable(one, fact, at, lost)).length === 0);
    if (directive.facts.length === 0) {
      if (open.length === 0) idle.push({ directive, message: nothing('') });
      for (const one of open) one.covers = { ...one.covers, end: at };
      open = [];
    } else open = open.filter((one) => one.covers.end > at);
    if (missed.length > 0) idle.push({ directive, message: nothing(` for "${missed.join('", "')}"`) });
  }
  return idle;
}

/** Takes `fact` out of `one` from `at` on; false where it is not in it. */
function enable(one: Directive, fact: string, at: number, lost: Map<Directive, Set<string>>): boolean {
  if (one.facts.length > 0 && !one.facts.includes(fact)) return false;
  const already = lost.get(one) ?? new Set();
  if (already.has(fact)) return false;
  lost.set(one, already.add(fact));
  one.enabled.push({ fact, at });
  if (one.facts.length > 0 && one.enabled.length === one.facts.length) one.covers = { ...one.covers, end: at };
  return true;
}

const nothing = (what: string): string => `nothing to enable: no "scscheck-disable"${what} stands before this`;
