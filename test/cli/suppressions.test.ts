/** Suppressions in files of each kind, through the whole program. */
import { describe, expect, test } from 'vitest';
import { comments, docx, p, r } from '../article/documents/docx.ts';
import { folder, scscheck } from './scscheck.ts';

const CLAIM = "Under China's social credit system, every citizen has a national score.";
const WHY = 'no-national-score: the myth that the piece is about';

const commented = (claim: string): string =>
  p(`<w:commentRangeStart w:id="0"/>${r(claim)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`);

const TEXTS: [string, string][] = [
  ['a.md', `<!-- scscheck-disable-next-line ${WHY} -->\n\n${CLAIM}\n`],
  ['b.html', `<html><body><article><!-- scscheck-disable-next-line ${WHY} --><p>${CLAIM}</p></article></body></html>`],
  ['c.adoc', `// scscheck-disable-next-line ${WHY}\n${CLAIM}\n`],
  ['d.txt', `[scscheck-disable-next-line ${WHY}]\n${CLAIM}\n`],
];
const DOCUMENTS: [string, Buffer][] = [
  ['e.docx', Buffer.from(docx(commented(CLAIM), [comments(`scscheck-disable ${WHY}`)]))],
];

describe.each([...TEXTS, ...DOCUMENTS])('%s', (name, content) => {
  test('is clean, and says why', async () => {
    const cwd = folder({ [name]: content });
    const { status, stdout, stderr } = await scscheck(['check', name, '--quiet'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/✗ contradicted {2}0\.\d\d {2}suppressed in line \d+: the myth that the piece is/);
  });
});

describe.each(TEXTS)('%s', (name, content) => {
  test('is not clean, once the reason is gone', async () => {
    const cwd = folder({ [name]: content.replace(/: the myth that the piece is about/, '') });
    const { status, stdout } = await scscheck(['check', name, '--format', 'github'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error /m);
    expect(stdout).toMatch(/^::warning [^\n]*a suppression without a reason does not work/m);
  });
});

test('what is no file of the author suppresses nothing', async () => {
  const text = `<!-- scscheck-disable-file ${WHY} -->\n\n${CLAIM}`;
  const cwd = folder({ 'rows.jsonl': `${JSON.stringify({ id: 'x', text })}\n` });
  expect((await scscheck(['check', 'rows.jsonl'], { cwd })).status).toBe(1);
});
