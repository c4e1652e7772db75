/**
 * The program beside four linters that newsrooms and documentation teams use, all as whole processes that take turns:
 * one draft, and folders of 200 drafts. The linters are those of `bench/linters`, configured as there, their caches off.
 */
import { existsSync } from 'node:fs';
import { atLeast, atMost, type Figure } from './figure.ts';
import { scratchFolder } from './files.ts';
import { LINTERS, type Linter, MODULES, workplace } from './linters-processes.ts';
import { interleaved, round, wall } from './stats.ts';

const DRAFT_ROUNDS = 11;
const FOLDER_ROUNDS = 5;
/** 0.2 s and 0.25 s where an empty node process takes 0.06 s: bounds that hold on any machine. */
const DRAFT_OF_BARE = atMost(3.33);
const WARM_OF_BARE = atMost(4.17);

/** Figures of one draft and of both folders; none, with a line that says why, where the linters are not installed. */
export async function* linters(): AsyncGenerator<Figure> {
  if (!existsSync(MODULES)) {
    console.log('  skipped: the linters are not installed; to have them: npm ci --prefix bench/linters');
    return;
  }
  const place = workplace(scratchFolder());
  yield* oneDraft(place);
  yield* folder(place, place.newsroom, 'newsroom: 1 of 20 on topic', atLeast(3));
  yield* folder(place, place.onTopic, 'all on topic', atLeast(1));
}

type Place = ReturnType<typeof workplace>;

function* oneDraft(place: Place): Generator<Figure> {
  const { about, other } = place.drafts;
  const times = interleaved(
    {
      ...place.jobsOf(about),
      bare: place.bare,
      check: () => place.check(about),
      other: () => place.check(other),
    },
    DRAFT_ROUNDS,
    wall,
  );
  const detail = `${listed(times)}; medians of ${DRAFT_ROUNDS} whole processes taking turns`;
  const fastest = fastestOf(times);
  yield {
    name: `one on-topic draft, cold: check / ${fastest}`,
    value: round(times.check / times[fastest]),
    target: atMost(0.6),
    detail,
  };
  yield { name: 'the same: check / node -e 0', value: round(times.check / times.bare), target: DRAFT_OF_BARE, detail };
  const off = `${round(times.other, 0)} ms, of a draft about something else`;
  yield {
    name: 'off-topic draft: check / node -e 0',
    value: round(times.other / times.bare),
    target: null,
    detail: off,
  };
}

function* folder(place: Place, name: string, title: string, target: Figure['target']): Generator<Figure> {
  const cache = place.filledCache(name);
  const times = interleaved(
    {
      ...place.jobsOf(`${name}/**/*.md`),
      bare: place.bare,
      check: () => place.check(name),
      warm: () => place.check(name, '--cache', cache),
    },
    FOLDER_ROUNDS,
    wall,
  );
  const fastest = fastestOf(times);
  const rate = (ms: number): string => `${round((place.files / ms) * 1e3, 0)} files/s`;
  yield {
    name: `${place.files} drafts (${title}), cold: rate of check / rate of ${fastest}`,
    value: round(times[fastest] / times.check),
    target,
    detail: `${rate(times.check)}, ${rate(times[fastest])}; ${listed(times)}; medians of ${FOLDER_ROUNDS} whole processes taking turns`,
  };
  yield {
    name: `${place.files} drafts (${title}), results in the cache: check / node -e 0`,
    value: round(times.warm / times.bare),
    target: WARM_OF_BARE,
    detail: `${round(times.warm, 0)} ms, node -e 0 ${round(times.bare, 0)} ms`,
  };
}

type Times = Record<Linter | 'bare' | 'check', number>;

function fastestOf(times: Times): Linter {
  return LINTERS.reduce((best, name) => (times[name] < times[best] ? name : best));
}

/** Every time of one draft or folder, in milliseconds. */
function listed(times: Times): string {
  const four = LINTERS.map((name) => `${name} ${round(times[name], 0)}`).join(', ');
  return `check ${round(times.check, 0)} ms, ${four}, node -e 0 ${round(times.bare, 0)}`;
}
