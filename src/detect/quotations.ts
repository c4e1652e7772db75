/** Pairs the quotation marks of a block. Pure; one pass, each mark pushed and popped at most once. */
import type { Span } from '../model.ts';
import { markUse, mayBeMark, type QuoteKind } from './quote-marks.ts';

interface Frame {
  kind: QuoteKind;
  at: number;
  /** Behind the first mark that may close it; -1 without one. */
  weak: number;
}

/** What follows a block, for the convention that each paragraph of a quotation opens and only the last closes. */
export interface Following {
  /** The kind of quotation that the next block opens with; null for none. */
  opens: QuoteKind | null;
}

/**
 * The stretches of the block from `start` to `end` that stand in quotation marks, marks included: outermost alone,
 * sorted, apart. A mark that nothing closes is none, unless what follows begins with one of its kind: then the
 * quotation runs to the end of the block. The same holds of lines within the block.
 */
export function quotations(text: string, start: number, end: number, following: Following): Span[] {
  const found: Span[] = [];
  const stack: Frame[] = [];
  const counts = new Map<QuoteKind, number>();

  const pop = (): Frame => {
    const frame = stack.pop()!;
    counts.set(frame.kind, counts.get(frame.kind)! - 1);
    return frame;
  };
  const settle = (frame: Frame): void => {
    if (frame.weak >= 0) found.push({ start: frame.at, end: frame.weak });
  };
  const open = (kind: QuoteKind, at: number): void => {
    const top = stack.at(-1);
    if (top?.kind === kind && top.weak >= 0) settle(pop());
    else if (top?.kind === kind && beginsLine(text, at, start)) return;
    stack.push({ kind, at, weak: -1 });
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const close = (kind: QuoteKind, behind: number): void => {
    while (stack.at(-1)!.kind !== kind) settle(pop());
    found.push({ start: pop().at, end: behind });
  };

  for (let at = start; at < end; at++) {
    if (!mayBeMark(text, at)) continue;
    const use = markUse(text, at, start, end);
    if (use === null) continue;
    const kind = use.closes.find((one) => (counts.get(one) ?? 0) > 0);
    const behind = at + use.length;
    if (kind !== undefined && !use.weak) close(kind, behind);
    else if (kind !== undefined) {
      const top = stack.at(-1)!;
      if (top.kind === kind && top.weak < 0) top.weak = behind;
    } else if (use.opens !== null) open(use.opens, at);
    at = behind - 1;
  }
  while (stack.length > 0) {
    const frame = pop();
    if (frame.weak >= 0) settle(frame);
    else if (frame.kind === following.opens) found.push({ start: frame.at, end });
  }
  return outermost(found);
}

/** The kind of quotation that a block begins with; null for none. */
export function openingKind(text: string, start: number, end: number): QuoteKind | null {
  return start < end && mayBeMark(text, start) ? (markUse(text, start, start, end)?.opens ?? null) : null;
}

/** Whether the mark at `at` begins a line after one that ended as a sentence does: the quotation goes on. */
function beginsLine(text: string, at: number, start: number): boolean {
  return at - 2 >= start && text[at - 1] === '\n' && /[.!?…。！？]/.test(text[at - 2]!);
}

function outermost(found: Span[]): Span[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  let last = -1;
  for (const span of found) {
    if (span.end <= last) continue;
    kept.push(span);
    last = span.end;
  }
  return kept;
}
