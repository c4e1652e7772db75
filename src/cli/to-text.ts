/** `check --to-text`: the text that would be checked. */
import { errorLine } from '../errors.ts';
import type { Article } from '../model.ts';
import { oneLine } from '../reporters/escape.ts';
import { emptyTally } from '../reporters/reporter.ts';
import type { ReadItem } from '../source/item.ts';
import { articleOf } from '../source/raw.ts';
import type { CheckCommandOptions } from './check.ts';
import type { Messages } from './messages.ts';
import { openOutput } from './output.ts';
import type { Outcome } from './results.ts';

/**
 * Writes the text of each article, with a form feed between two articles: as claims' offsets count it, but for the
 * headline of a page, which is no part of its story (`--format json` has the text with it).
 */
export async function writeTexts(
  items: AsyncIterable<ReadItem[]>,
  options: Pick<CheckCommandOptions, 'quiet'> & { output: string | null },
  messages: Messages,
): Promise<Outcome> {
  const output = await openOutput(options.output ?? undefined);
  const tally = emptyTally('');
  for await (const batch of items) {
    for (const { item: read } of batch) {
      const item = read.kind === 'raw' ? await articleOf(read) : read;
      if (item.kind === 'checked') continue;
      if (item.kind === 'error') {
        messages.say(oneLine(errorLine(item.error)));
        tally.failed++;
      }
      if (item.kind !== 'article') continue;
      if (!options.quiet) for (const note of item.warnings) messages.say(oneLine(`${item.article.id}: ${note}`));
      await output.write(
        (tally.articles++ > 0 ? '\f' : '') +
          ended(storyOf(item.article, read.kind === 'raw' && read.format === 'html')),
      );
    }
  }
  await output.end();
  return { tally, found: false };
}

/** The text after the headline, where a page has one. */
function storyOf({ text, blocks }: Article, isPage: boolean): string {
  const [first, second] = blocks;
  return isPage && first?.kind === 'heading' && second ? text.slice(second.start) : text;
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
