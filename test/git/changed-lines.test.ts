import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changedLines, WHOLE_FILE } from '../../src/git/changed-lines.ts';
import { lineHeads } from '../../src/git/line-heads.ts';
import { parseDiff } from '../../src/git/parse-diff.ts';
import { unquoted } from '../../src/git/quoted-path.ts';
import { changesSince } from '../../src/git/since.ts';
import { inTextLines } from '../../src/git/text-lines.ts';
import { GIT_ENV, repository } from './repository.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(GIT_ENV)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

describe('touches', () => {
  const lines = changedLines(
    [
      { first: 3, last: 4 },
      { first: 9, last: 9 },
    ],
    [0, 6, 12],
  );

  test.each<[number, number, boolean]>([
    [1, 2, false],
    [1, 3, true],
    [4, 4, true],
    [4, 5, true],
    [5, 6, false],
    [6, 7, true],
    [5, 8, true],
    [7, 8, false],
    [8, 10, true],
    [10, 12, false],
    [12, 13, true],
    [13, 99, false],
    [1, 1, false],
  ])('lines %i to %i: %s', (first, last, is) => {
    expect(lines.touches(first, last)).toBe(is);
  });

  test('a whole file on all lines, nothing on none', () => {
    expect(WHOLE_FILE.touches(1, 1)).toBe(true);
    expect(changedLines([]).touches(1, 1_000_000)).toBe(false);
  });

  test('ranges that meet or overlap are one', () => {
    expect(
      changedLines([
        { first: 1, last: 2 },
        { first: 3, last: 5 },
        { first: 4, last: 4 },
        { first: 7, last: 7 },
      ]).ranges,
    ).toEqual([
      { first: 1, last: 5 },
      { first: 7, last: 7 },
    ]);
  });

  test('as looking at every line says', () => {
    const sorted = fc.uniqueArray(fc.nat(40)).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(sorted, sorted, fc.nat(45), fc.nat(10), (changed, cuts, start, more) => {
        const first = start + 1;
        const last = first + more;
        const some = changedLines(
          changed.map((line) => ({ first: line + 1, last: line + 1 })),
          cuts,
        );
        const expected =
          changed.some((line) => line + 1 >= first && line + 1 <= last) ||
          cuts.some((cut) => cut >= first && cut < last);
        expect(some.touches(first, last)).toBe(expected);
      }),
    );
  });
});

describe('against git', () => {
  /** Few words, so that lines recur and diffs have a choice. */
  const text = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b', 'c', '', '+x', '-y', '@@ -1 +1 @@', '\\ No', ' z', '文😀'), { maxLength: 25 }),
      fc.boolean(),
    )
    .map(([lines, ended]) => lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
  const linesOf = (content: string): string[] =>
    content
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.trimEnd());

  /** Whether `few` are among `all` in their order. */
  const inOrder = (few: readonly string[], all: readonly string[]): boolean => {
    let at = 0;
    for (const one of few) {
      while (at < all.length && all[at] !== one) at++;
      if (at++ >= all.length) return false;
    }
    return true;
  };

  test('lines that are not touched stood in the file before, in their order; and no change escapes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 40, maxLength: 40 }), async (pairs) => {
        const { root, write } = repository(Object.fromEntries(pairs.map(([before], k) => [`${k}.md`, before])));
        write(Object.fromEntries(pairs.map(([, after], k) => [`${k}.md`, after])));
        const { files } = await changesSince('HEAD', { cwd: root });
        for (const [k, [before, after]] of pairs.entries()) {
          const lines = files.get(`${root}/${k}.md`) ?? changedLines([]);
          const [old, now] = [linesOf(before), linesOf(after)];
          const kept = now.filter((_, i) => !lines.touches(i + 1, i + 1));
          if (after === '') continue;
          expect(inOrder(kept, old), `${JSON.stringify(before)} to ${JSON.stringify(after)}`).toBe(true);
          // Any two kept neighbours that a cut does not part were neighbours before.
          if (lines.ranges.length === 0 && lines.cuts.length === 0) expect(now).toEqual(old);
          for (const [i, line] of now.entries()) {
            if (i === 0 || lines.touches(i, i + 1)) continue;
            expect(old.some((one, j) => one === line && j > 0 && old[j - 1] === now[i - 1])).toBe(true);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('reading', () => {
  const chunked = async function* (bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
    for (let at = 0, k = 0; at < bytes.length; k++) {
      const size = sizes.length > 0 ? sizes[k % sizes.length]! : bytes.length;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  };

  test('wherever the stream is cut', async () => {
    const id = '1'.repeat(40);
    const diff = Buffer.from(
      `:100644 100644 ${id} ${id} M\ta b.md\n:100644 100644 ${id} ${id} R090\told.md\t"n\\303\\251\\n.md"\n:100644 100644 ${id} ${id} M\tc.docx\n\n` +
        'diff --git a//a b.md b//a b.md\nindex 1..2 100644\n--- a//a b.md\t\n+++ b//a b.md\t\n@@ -1 +1,2 @@ x\n-a\n+b\n++++ b//c\n@@ -9,2 +10,0 @@\n-@@\n--- a\n\\ No newline at end of file\n' +
        'diff --git a//old.md "b//n\\303\\251\\n.md"\nsimilarity index 90%\n--- a//old.md\n+++ "b//n"\n@@ -3 +3 @@\n-a\r\n+b\r\n' +
        'diff --git a//c.docx b//c.docx\nBinary files a//c.docx and b//c.docx differ\n',
    );
    const expected = [
      { path: 'a b.md', status: 'M', mode: '100644', id, binary: false, ranges: [{ first: 1, last: 2 }], cuts: [10] },
      { path: 'né\n.md', status: 'R', mode: '100644', id, binary: false, ranges: [{ first: 3, last: 3 }], cuts: [] },
      { path: 'c.docx', status: 'M', mode: '100644', id, binary: true, ranges: [], cuts: [] },
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 })), async (sizes) => {
        expect(await parseDiff(chunked(diff, sizes))).toEqual(expected);
      }),
    );
  });

  test('of a long line its beginning is kept', async () => {
    const lines: string[] = [];
    const bytes = Buffer.from(`${'x'.repeat(1_000_000)}\n\nlast`);
    for await (const line of lineHeads(chunked(bytes, [70_000, 3]), () => true)) lines.push(line);
    expect(lines.map((line) => line.length)).toEqual([36_000, 0, 4]);
  });

  test('quoted paths', () => {
    expect(unquoted('plain "x" \\n')).toBe('plain "x" \\n');
    expect(unquoted('"\\a\\b\\t\\n\\v\\f\\r\\"\\\\ \\1\\12\\303\\251"')).toBe('\x07\b\t\n\v\f\r"\\ \x01\n\xc3\xa9');
  });
});

test('lone carriage returns: the lines that are shown hold what git holds to be changed', () => {
  const piece = fc.constantFrom('a', 'b', '\r', '\n', '\r\n');
  const ends = /\r\n|\r|\n/;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(12), fc.nat(3), (pieces, start, more) => {
      const text = pieces.join('');
      const gitLines = text.split('\n');
      const [first, last] = [Math.min(start + 1, gitLines.length), Math.min(start + 1 + more, gitLines.length)];
      const offset = gitLines.slice(0, first - 1).join('\n').length + (first > 1 ? 1 : 0);
      const end = gitLines.slice(0, last).join('\n').length;
      // CRLF that ends the last line is one end, not two.
      const within = text.slice(offset, end).replace(/\r$/, text[end] === '\n' ? '' : '\r');
      const from = text.slice(0, offset).split(ends).length;
      const expected = { first: from, last: from + within.split(ends).length - 1 };
      expect(inTextLines(changedLines([{ first, last }]), Buffer.from(text)).ranges).toEqual([expected]);
      const cut = inTextLines(changedLines([], [first - 1]), Buffer.from(text)).cuts;
      expect(cut).toEqual([from - 1]);
    }),
    { numRuns: 500 },
  );
});
