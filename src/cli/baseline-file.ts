/** The baseline on disk. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { writeWhole } from '../batch/write-whole.ts';
import { ConfigError } from '../errors.ts';
import type { BaselineEntry } from '../review/baseline.ts';
import type { BaselineOutcome } from '../review/baseline-match.ts';
import type { Review } from '../review/finding.ts';
import { isAddress } from '../source/expand.ts';
import { formatOf } from '../source/formats.ts';
import { isOneArticle } from '../source/input-formats.ts';
import { reasonOf } from './output.ts';
import { placeOf } from './paths.ts';
import type { Plan } from './plan.ts';

type Asked = NonNullable<Plan['baseline']>;

export interface HeldBaseline {
  /** The reviews with what the baseline knows excused, in the order given, and one line on how things stand. */
  hold(reviews: readonly Review[]): Promise<{ reviews: Review[]; line: string }>;
}

/** Reads the baseline. Throws ConfigError when it is broken, or not there and not to be made. */
export async function openBaseline(asked: Asked): Promise<HeldBaseline> {
  const shown = relative(process.cwd(), asked.file) || asked.file;
  const old = await readBaseline(asked, shown);
  return {
    async hold(reviews) {
      const { matchBaseline, baselineLine } = await import('../review/baseline-match.ts');
      // Through links, as the inputs may be named by another way to the same place.
      const root = placeOf(dirname(asked.file));
      const nameOf = (id: string): string => (isPath(id) ? relative(root, placeOf(id)).split(sep).join('/') : id);
      const inputs = reviews.map((review) => ({ file: nameOf(review.record.article.id), review }));
      const checked = new Set(inputs.map(({ file }) => file));
      const outcome = matchBaseline(old ?? [], inputs, {
        grow: asked.grow || old === null,
        isGone: (file) => isPath(file) && !checked.has(file) && !existsSync(resolve(root, file)),
      });
      const isRead = reviews.some(({ record }) => record.error === null);
      const written = isRead ? await write(asked, shown, outcome, old === null) : null;
      return { reviews: outcome.reviews, line: baselineLine(outcome, written) };
    },
  };
}

/** Whether an input is a file by itself, and not a URL, standard input or one of many in a file. */
const isPath = (id: string): boolean => !isAddress(id) && isOneArticle(formatOf(id));

/** The entries; null where there is no file yet. */
async function readBaseline({ file, update, grow }: Asked, shown: string): Promise<BaselineEntry[] | null> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && (update || grow)) return null;
    if (code !== 'ENOENT')
      throw new ConfigError(
        'baseline-unreadable',
        `cannot be read: ${reasonOf(cause as NodeJS.ErrnoException)}`,
        { file: shown },
        null,
        { cause },
      );
    throw new ConfigError(
      'baseline-missing',
      'there is no such baseline',
      { file: shown },
      'make it with --update-baseline',
    );
  }
  const { parseBaseline } = await import('../review/baseline-parse.ts');
  return parseBaseline(text, shown);
}

/** Writes what the baseline has become, where that was asked for; gives the name of the file then. */
async function write(
  { file, update, grow }: Asked,
  shown: string,
  { entries }: BaselineOutcome,
  fresh: boolean,
): Promise<string | null> {
  if (!update && !grow) return null;
  const { writeBaseline } = await import('../review/baseline.ts');
  const text = writeBaseline(entries);
  if (!fresh && readFileSync(file, 'utf8') === text) return shown;
  try {
    writeWhole(file, text);
  } catch (cause) {
    throw new ConfigError(
      'baseline-not-writable',
      `cannot be written: ${reasonOf(cause as NodeJS.ErrnoException)}`,
      { file: shown },
      null,
      { cause },
    );
  }
  return shown;
}
