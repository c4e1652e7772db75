/** Which directives cover which claims, and which cover none. Pure. */
import { didYouMean } from '../facts/nearest.ts';
import { NO_FACT } from './directive-syntax.ts';
import type { ClaimPlace, Directive, Notice } from './finding.ts';
import type { Settings } from './settings.ts';

/** The directives of a file at work. */
export interface Suppressions {
  /**
   * The directive that covers a claim which `factId` decides, the one with the least reach where several do; null if
   * none does. All that cover it count as needed.
   */
  covering(claim: { start: number; end: number }, place: ClaimPlace, factId: string | null): Directive | null;
  /** What is to be said of them, once all claims have been held against them. */
  notices(): Notice[];
}

const BY_REACH: readonly Directive['kind'][] = ['line', 'next-line', 'disable', 'file'];

/** The directives of a file, made ready; those without a reason do not work where a reason is required. */
export function suppressions(
  directives: readonly Directive[],
  { requireReason, reportUnused }: Settings['suppressions'],
  known: ReadonlySet<string>,
): Suppressions {
  const written = directives.filter(({ kind }) => kind !== 'enable');
  const working = written
    .filter(({ reason }) => reason !== null || !requireReason)
    .sort((a, b) => BY_REACH.indexOf(a.kind) - BY_REACH.indexOf(b.kind));
  /** For each directive, the facts it was needed for; the empty name stands for all. */
  const needed = new Map<Directive, Set<string>>(working.map((directive) => [directive, new Set()]));
  return {
    covering(claim, place, factId) {
      const span = place.file ?? claim;
      let first: Directive | null = null;
      for (const directive of working) {
        const name = covers(directive, span, factId ?? NO_FACT);
        if (name === null) continue;
        needed.get(directive)!.add(name);
        first ??= directive;
      }
      return first;
    },
    notices: () => [
      ...unknownFacts(directives, known),
      ...(requireReason ? written.filter(({ reason }) => reason === null).map(withoutReason) : []),
      ...(reportUnused ? working.flatMap((directive) => unused(directive, needed.get(directive)!, known)) : []),
    ],
  };
}

const ends = new WeakMap<Directive, ReadonlyMap<string, number>>();

/** Where a directive ends for the facts that were taken back. */
function endsOf(directive: Directive): ReadonlyMap<string, number> {
  const known = ends.get(directive) ?? new Map(directive.enabled.map(({ fact, at }) => [fact, at]));
  ends.set(directive, known);
  return known;
}

/** The name by which `directive` covers a claim on `fact` at `span`, empty where it names none; null if it does not. */
function covers(directive: Directive, span: { start: number; end: number }, fact: string): string | null {
  if (directive.facts.length > 0 && !directive.facts.includes(fact)) return null;
  const end = endsOf(directive).get(fact) ?? directive.covers.end;
  if (span.end <= directive.covers.start || span.start >= end) return null;
  return directive.facts.length > 0 ? fact : '';
}

function notice(directive: Directive, code: Notice['code'], message: string): Notice {
  const { line, column, endLine, endColumn } = directive;
  return { code, severity: 'warning', message, line, column, endLine, endColumn };
}

const isKnown = (fact: string, known: ReadonlySet<string>): boolean => fact === NO_FACT || known.has(fact);

/** Names of a file beyond these are told without the nearest one, which takes long to find. */
const MOST_HINTS = 50;

function unknownFacts(directives: readonly Directive[], known: ReadonlySet<string>): Notice[] {
  const names = [...known];
  let hints = 0;
  return directives.flatMap((directive) =>
    directive.facts
      .filter((fact) => !isKnown(fact, known))
      .map((fact) => {
        const hint = hints++ < MOST_HINTS ? ` (${didYouMean(fact, names)})` : '';
        return notice(directive, 'suppression-unknown-fact', `there is no fact "${fact}"${hint}`);
      }),
  );
}

function withoutReason(directive: Directive): Notice {
  const named = directive.facts.length > 0 ? ` ${directive.facts.join(', ')}` : '';
  const verb = directive.kind === 'disable' ? 'disable' : `disable-${directive.kind}`;
  const message = `a suppression without a reason does not work (write one: "scscheck-${verb}${named}: because …")`;
  return notice(directive, 'suppression-without-reason', message);
}

/** Of a directive that names facts, those that nothing needs; facts that are not known are reported as such. */
function unused(directive: Directive, needed: ReadonlySet<string>, known: ReadonlySet<string>): Notice[] {
  if (directive.facts.length === 0) {
    return needed.size > 0 ? [] : [notice(directive, 'suppression-unused', 'nothing here needs this suppression')];
  }
  const idle = directive.facts.filter((fact) => !needed.has(fact) && isKnown(fact, known));
  if (idle.length === 0) return [];
  const message = `nothing here needs this suppression of "${idle.join('", "')}"`;
  return [notice(directive, 'suppression-unused', message)];
}
