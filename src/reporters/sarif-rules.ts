/** The rules of a SARIF run: every fact, so that two runs differ in their results alone. */
import type { Notice } from '../review/finding.ts';
import { forMarkdown, oneLine } from './escape.ts';
import { factTexts, NOTICE_TEXTS, type RuleTexts, UNVERIFIED_TEXTS } from './finding-rules.ts';
import { UNVERIFIED_RULE } from './finding-shown.ts';
import type { BaseInfo } from './reporter.ts';

/** GitHub's limits: rules of a run, and characters of a description. */
const RULES = 25_000;
const DESCRIPTION = 1024;

type Level = 'error' | 'warning' | 'note';
/** How often findings are right. */
type Precision = 'very-high' | 'high' | 'medium' | 'low';
const PROBLEM_SEVERITY: Record<Level, string> = { error: 'error', warning: 'warning', note: 'recommendation' };

export interface SarifRule {
  id: string;
  [property: string]: unknown;
}

/** The rules in order: facts by their place in the fact base, claims that no fact decides, notices. */
export function sarifRules({ facts, source }: BaseInfo): SarifRule[] {
  const notices = Object.entries(NOTICE_TEXTS).map(([code, texts]) =>
    rule(code as Notice['code'], { ...texts, details: [] }, 'warning', 'very-high', ['suppression']),
  );
  return [
    // Nine in ten contradictions found are right (docs/accuracy.md), which GitHub calls high.
    ...facts
      .slice(0, RULES - notices.length - 1)
      .map((fact) => rule(fact.id, factTexts(fact, source), 'error', 'high', ['fact', fact.topic])),
    rule(UNVERIFIED_RULE, UNVERIFIED_TEXTS, 'warning', 'medium', ['unverified']),
    ...notices,
  ];
}

function rule(id: string, texts: RuleTexts, level: Level, precision: Precision, tags: string[]): SarifRule {
  const { title, text, details } = texts;
  const lines = details.map(([name, value]) => `${name}: ${oneLine(value)}`);
  const items = details.map(([name, value]) => `- **${name}**: ${forMarkdown(value)}`);
  return {
    id,
    shortDescription: { text: described(title) },
    fullDescription: { text: described(text) },
    help: {
      text: [oneLine(text), ...lines].join('\n'),
      markdown: [forMarkdown(text), ...(items.length > 0 ? ['', ...items] : [])].join('\n'),
    },
    defaultConfiguration: { level },
    properties: { tags: [...new Set(tags)], precision, 'problem.severity': PROBLEM_SEVERITY[level] },
  };
}

function described(text: string): string {
  const line = oneLine(text);
  return line.length <= DESCRIPTION ? line : `${line.slice(0, DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
