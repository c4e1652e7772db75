import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { RunError } from '../../src/errors.ts';
import { loadFrames } from '../../src/frames/load.ts';
import { finishedRun, partInputs } from '../../src/study/inputs.ts';
import { folder, scscheck } from '../cli/scscheck.ts';
import { asLines, drafts } from '../cli/study.ts';

let root: string;
let run: string;

beforeEach(async () => {
  root = folder({ 'a.jsonl': asLines(drafts(4)) });
  run = join(root, 'coded');
  const { status } = await scscheck(['check', join(root, 'a.jsonl'), '--run', run, '--frames', '-q']);
  expect(status).toBe(1);
});

describe('inputs', () => {
  test('are finished runs and all others, each in its order', () => {
    mkdirSync(join(root, 'articles'));
    const others = [
      join(root, 'a.jsonl'),
      '-',
      'https://example.org/story',
      `https://example.org/${'long'.repeat(200)}`,
      join(root, 'articles'),
      join(root, 'gone'),
    ];
    const parted = partInputs([others[0]!, run, ...others.slice(1)]);
    expect(parted.others).toEqual(others);
    expect(parted.runs.map((one) => one.folder)).toEqual([run]);
  });

  test('that are a run have its records in order, its engine, and by what rules frames were coded', async () => {
    const first = join(run, 'results', 'part-000001.jsonl');
    writeFileSync(join(run, 'results', 'part-000002.jsonl'), '');
    writeFileSync(join(run, 'results', 'notes.txt'), 'no records');
    expect(finishedRun(run)).toMatchObject({
      folder: run,
      records: [first, join(run, 'results', 'part-000002.jsonl')],
      engine: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      framesRules: (await loadFrames()).sha256,
    });
    await scscheck(['check', join(root, 'a.jsonl'), '--run', join(root, 'plain'), '-q']);
    expect(finishedRun(join(root, 'plain'))!.framesRules).toBe(null);
  });

  test('with a file of that name are no run', () => {
    const at = join(root, 'site');
    mkdirSync(at);
    for (const content of ['{"name": "an app"}', 'null', '[]', 'no JSON']) {
      writeFileSync(join(at, 'manifest.json'), content);
      expect(finishedRun(at), content).toBeNull();
    }
  });
});

describe('a run is refused', () => {
  const refused = (code: string, message: RegExp): void => {
    expect(() => finishedRun(run)).toThrow(RunError);
    expect(() => partInputs([join(root, 'a.jsonl'), run])).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message), place: { file: run } }),
    );
  };

  test('that never came to its end', () => {
    writeFileSync(join(run, 'journal.jsonl'), '');
    refused('unfinished', /not finished/);
    rmSync(join(run, 'journal.jsonl'));
    refused('unfinished', /not finished/);
  });

  test('whose results are gone', () => {
    rmSync(join(run, 'results'), { recursive: true });
    refused('damaged', /without results/);
  });

  test('some of whose records are gone', () => {
    const part = join(run, 'results', 'part-000001.jsonl');
    const lines = readFileSync(part, 'utf8').split(/(?<=\n)/);
    writeFileSync(part, lines.slice(0, 3).join(''));
    refused('damaged', /4 records were written and 3 are there/);
    // A line that is torn is still a line: it is told of once it is read.
    writeFileSync(part, [...lines.slice(0, 3), '{"article"\n'].join(''));
    expect(finishedRun(run)!.records).toEqual([part]);
    rmSync(part);
    refused('damaged', /4 records were written and 0 are there/);
  });

  test.each(['', '{"scs', 'null', '{"scscheck": "cache"}'])('whose manifest is %j', (content) => {
    writeFileSync(join(run, 'manifest.json'), content);
    refused('damaged', /without a manifest that can be read/);
  });
});
