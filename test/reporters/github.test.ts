import { expect, test } from 'vitest';
import { githubReporter } from '../../src/reporters/github.ts';
import { commandOf } from './github-command.ts';
import {
  clean,
  excused,
  failed,
  hostile,
  inDocument,
  many,
  NOTICE,
  print,
  RATED,
  reviewed,
  SCORE,
  TEXT,
  two,
} from './review-samples.ts';
import { CONTRADICTED, claim } from './samples.ts';

const lines = (items: Parameters<typeof print>[1]): string[] => {
  const text = print(githubReporter({}), items);
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
};

test('an annotation lands on the very words, in characters', () => {
  const characters = [...TEXT.split('\n')[1]!];
  const words = lines([two]).map((line) => {
    const { col, endColumn } = commandOf(line)!.properties;
    return characters.slice(Number(col) - 1, Number(endColumn) - 1).join('');
  });
  expect(words).toEqual([SCORE, RATED]);
});

test('each finding is a command with place, title and message', () => {
  const [first, second] = lines([two]);
  expect(first).toBe(
    '::error file=drafts/a.md,line=2,endLine=2,col=10,endColumn=40,title=contradicted (no-score)::' +
      'Says “everybody has a score”; the source says otherwise: There is no such score (pilots.1.8). ' +
      'As of 8 May 2022. Suggested: “nobody in China has a score”.',
  );
  expect(commandOf(second!)?.data).toContain('Attributed to critics (“say”). In quoted speech.');
});

test('a claim over two lines has no columns, one in a document no lines', () => {
  const text = 'They say everybody\nhas a score.';
  const item = reviewed(text, [claim(text, 'everybody\nhas a score', CONTRADICTED)]);
  const [over, inside] = lines([item, inDocument]).map((line) => commandOf(line)!);
  expect(over!.properties).toEqual({ file: 'drafts/a.md', line: '1', endLine: '2', title: 'contradicted (no-score)' });
  expect(inside!.properties).toEqual({ file: 'drafts/a.docx', title: 'contradicted (no-score)' });
  expect(inside!.data).toMatch(/^line 2: “everybody in China has a score”\nSays .* Paragraph 2, run 1\. /);
});

test('what is let be is left out; notes are notices; a failed input has no place', () => {
  const note = reviewed(TEXT, [claim(TEXT, SCORE, CONTRADICTED)], {
    changes: [{ severity: 'note', excuse: { kind: 'quoted' } }],
  });
  const commands = lines([clean, excused, note, failed]).map((line) => commandOf(line)!);
  expect(commands.map(({ name, properties }) => [name, properties.file, properties.title])).toEqual([
    ['warning', 'drafts/b c#é.md', 'unverified'],
    ['warning', 'drafts/b c#é.md', NOTICE.code],
    ['warning', 'drafts/b c#é.md', NOTICE.code],
    ['notice', 'drafts/a.md', 'contradicted (no-score)'],
    ['error', undefined, 'scscheck'],
  ]);
  expect(commands.at(-1)?.data).toBe('drafts/gone.md not read: no such file (not-found)');
  expect(lines([clean])).toEqual([]);
});

test('beyond the ten of a kind that GitHub shows, findings are lines of the log', () => {
  const all = lines([many(12), excused]);
  expect(all.filter((line) => commandOf(line)?.name === 'error')).toHaveLength(10);
  expect(all.filter((line) => commandOf(line)?.name === 'warning')).toHaveLength(3);
  expect(all[10]).toMatch(/^scscheck error: many\.md:11:1 contradicted \(no-score\): Says /);
  expect(all.at(-1)).toBe(
    'scscheck: 12 errors, 3 warnings; GitHub shows 10 of a kind beside the text, the others stand above.',
  );
});

test('nothing that an article holds is a command or another line', () => {
  const all = lines(Array.from({ length: 12 }, () => hostile));
  expect(all).toHaveLength(25);
  for (const line of all) {
    expect(line).toMatch(/^(?:::(?:error|warning) file=|scscheck[ :])/);
    expect(line).not.toMatch(/##\[/);
    expect([...line].filter((c) => /\p{Cc}/u.test(c))).toEqual([]);
    expect(['error', 'warning', undefined]).toContain(commandOf(line)?.name);
  }
});
