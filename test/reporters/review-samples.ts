/** Reviewed articles made by hand, for reporters that print findings: one of every sort, and hostile ones. */
import { FetchError } from '../../src/errors.ts';
import type { CheckedClaim } from '../../src/model.ts';
import { failedRecord } from '../../src/reporters/record.ts';
import type { Reporter, ReportItem } from '../../src/reporters/reporter.ts';
import type { Finding, Notice } from '../../src/review/finding.ts';
import { article, CONTRADICTED, claim, ENGINE, item, tally } from './samples.ts';

/** Two claims in one paragraph, behind Chinese text and emoji. */
export const TEXT =
  'First line.\n👩‍👩‍👧 据说 everybody in China has a score, and critics say each citizen is rated by one app.\nLast.';
export const SCORE = 'everybody in China has a score';
export const RATED = 'each citizen is rated by one app';

/** What would break out of each format, were it not escaped. */
export const HOSTILE = [
  '::set-output name=x::y',
  '##[add-mask]z',
  '%0A::error::w',
  '\r\n::add-mask::q',
  ']]>&"\'<!--</error>',
  '\u0000\u001b[2J\u0085\ufffe\ud800',
  '[x](http://evil.example) {0} @someone www.evil.example',
  '```\n# big\n<img src=x onerror=alert(1)>|',
].join(' ');

/** The item of an article with these changes to its findings, one by one. */
export function reviewed(
  text: string,
  claims: CheckedClaim[],
  { id = './drafts/a.md', changes = [], notices = [] }: Partial<Changes> = {},
): ReportItem & { review: NonNullable<ReportItem['review']> } {
  const made = item(article(text, { id }), claims);
  const review = made.review!;
  review.notices = notices;
  for (const [i, change] of changes.entries()) {
    const finding = review.findings[i]!;
    const { suggestion = null, ...rest } = change;
    finding.claim.suggestion = suggestion;
    Object.assign(finding, rest);
  }
  return { ...made, review };
}

interface Changes {
  id: string;
  changes: (Partial<Finding> & { suggestion?: string | null })[];
  notices: Notice[];
}

const critics = { attribution: { source: 'critics', cue: 'say' }, quoted: true };

/** Two contradictions, the second of critics and quoted; the first has a suggestion. */
export const two = reviewed(
  TEXT,
  [claim(TEXT, SCORE, CONTRADICTED), claim(TEXT, RATED, { ...CONTRADICTED, ...critics })],
  { changes: [{ suggestion: 'nobody in China has a score' }] },
);

export const NOTICE: Notice = {
  code: 'suppression-unused',
  severity: 'warning',
  message: 'nothing here is suppressed by this comment',
  line: 1,
  column: 3,
  endLine: 1,
  endColumn: 9,
};

/** One finding that is suppressed, one in the baseline, one that no fact decides, and two notices of one kind. */
export const excused = reviewed(
  TEXT,
  [claim(TEXT, SCORE, CONTRADICTED), claim(TEXT, RATED, CONTRADICTED), claim(TEXT, 'Last')],
  {
    id: 'drafts/b c#é.md',
    changes: [
      { excuse: { kind: 'suppressed', reason: 'satire', line: 1 } },
      { excuse: { kind: 'baseline' } },
      { severity: 'warning' },
    ],
    notices: [NOTICE, { ...NOTICE, line: 2, endLine: 2 }],
  },
);

/** Hostile text everywhere that an article, its name or its author has a say. */
export const hostile = reviewed(
  HOSTILE,
  [claim(HOSTILE, HOSTILE, { ...CONTRADICTED, attribution: { source: HOSTILE, cue: HOSTILE } })],
  { id: `drafts/${HOSTILE}`, changes: [{ suggestion: HOSTILE }], notices: [{ ...NOTICE, message: HOSTILE }] },
);

/** A claim in a DOCX file, which has no lines. */
export const inDocument = ((): ReportItem => {
  const made = reviewed(TEXT, [claim(TEXT, SCORE, CONTRADICTED)], {
    id: 'drafts/a.docx',
    changes: [{ suggestion: 'x' }],
  });
  const [finding] = made.review.findings;
  finding!.place = { ...finding!.place, file: null, written: null, document: { paragraph: 2, run: 1 } };
  return made;
})();

export const clean = item(article('Nothing.', { id: 'drafts/clean.md' }), []);
export const failed: ReportItem = {
  record: failedRecord('drafts/gone.md', new FetchError('not-found', 'no such file'), ENGINE),
  contexts: null,
  review: null,
};

/** All that a reporter writes of the items. */
export function print(reporter: Reporter, items: ReportItem[]): string {
  const failures = items.filter(({ record }) => record.error).length;
  const text = items.map((one, index) => reporter.item(one, index)).join('');
  return reporter.head() + text + reporter.tail(tally({ articles: items.length - failures, failed: failures }));
}

/** An article of `count` claims that are all contradicted. */
export function many(count: number, changes: Partial<Finding> = {}): ReportItem {
  const text = Array.from({ length: count }, (_, i) => `Claim ${i} has a score.`).join('\n');
  const claims = Array.from({ length: count }, (_, i) => claim(text, `Claim ${i} has a score`, CONTRADICTED));
  return reviewed(text, claims, { id: 'many.md', changes: claims.map(() => changes) });
}
