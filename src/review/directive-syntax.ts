/** What a comment must say to be a directive: `scscheck-disable-next-line FACT, FACT: reason`. Pure. */
import { didYouMean } from '../facts/nearest.ts';
import type { Directive } from './finding.ts';

const KINDS: Record<string, Directive['kind']> = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  'disable-file': 'file',
  disable: 'disable',
  enable: 'enable',
};
const VERBS = Object.keys(KINDS);
/** Name, in a directive, of claims that no fact decides. */
export const NO_FACT = 'unverified';
/** How far a directive is read, in characters; a reason is a sentence or two. */
const LONGEST = 2000;
/** Most facts one directive names; whoever means more means all, and names none. */
const MOST_FACTS = 20;
/** What may be the id of a fact: `claims/README.md` has lower-case words joined by hyphens. */
const FACT = /^[a-z0-9-]{1,100}$/i;

/** A directive as it is written, not yet placed. */
export interface Written {
  kind: Directive['kind'];
  facts: string[];
  reason: string | null;
}

/** Whether a comment of that content is meant for this program. */
export const isMeant = (content: string): boolean =>
  /^\s{0,99}scscheck(?:-[a-z]|[\s:_-]{1,3}(?:disable|enable)\b)/i.test(content);

/**
 * What the content of a comment says; for one that is not well formed, what is wrong with it, in words; null for
 * any other comment. Letter case of the verb does not matter. Reads 2,000 characters and no more.
 */
export function readDirective(content: string): Written | { problem: string } | null {
  if (!isMeant(content)) return null;
  const text = content.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const [, verb = '', rest = ''] = /^scscheck-([a-z-]{0,40})(.*)$/i.exec(text) ?? [];
  const kind = KINDS[verb.toLowerCase()];
  if (kind === undefined || !/^(?:[\s:]|$)/.test(rest)) return { problem: unknownVerb(text) };
  const colon = rest.indexOf(':');
  const names = (colon < 0 ? rest : rest.slice(0, colon)).split(',').map((name) => name.trim());
  const facts = names.length === 1 && names[0] === '' ? [] : [...new Set(names.map((name) => name.toLowerCase()))];
  const wrong = facts.find((name) => !FACT.test(name));
  if (wrong !== undefined || facts.length > MOST_FACTS) return { problem: wrongFacts(wrong ?? '', colon >= 0) };
  const reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
  return { kind, facts, reason: reason === '' ? null : reason };
}

function unknownVerb(text: string): string {
  const word = shortened(/^scscheck[^\s:]{0,60}(?: (?:disable|enable)[^\s:]{0,40})?/i.exec(text)?.[0] ?? text);
  const hint = didYouMean(
    word.replace(' ', '-'),
    VERBS.map((verb) => `scscheck-${verb}`),
  );
  return `"${word}" is no comment that scscheck knows (${hint})`;
}

function wrongFacts(name: string, hasColon: boolean): string {
  if (name === '') return 'a fact is missing between commas, or there are more than 100';
  if (hasColon || !/\s/.test(name)) return `"${shortened(name)}" is no id of a fact (several are parted by commas)`;
  return `"${shortened(name)}" is no id of a fact (a colon goes before the reason)`;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Formats that a directive can be written in. */
export type DirectiveFormat = 'markdown' | 'html' | 'asciidoc' | 'text' | 'docx';

/**
 * The comment that suppresses findings of `fact` (null: those that no fact decides) in the paragraph below the line
 * it stands on, as a line without its end; for DOCX, the text of a comment. What of `reason` would end the comment is changed.
 */
export function suppressionLine(format: DirectiveFormat, fact: string | null, reason: string): string {
  const said = reason.replace(/\s+/g, ' ').replace(/-{2,}/g, '–').trim();
  const body = `scscheck-disable-next-line ${fact ?? NO_FACT}: ${said}`;
  if (format === 'asciidoc') return `// ${body}`;
  if (format === 'text') return `[${body}]`;
  return format === 'docx' ? body : `<!-- ${body.replace(/-?>/g, '›')} -->`;
}
