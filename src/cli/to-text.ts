/** `check --to-text`: the text that would be checked. */

import { emptyTally } from '../reporters/reporter.ts';
import type { SourceItem } from '../source/inputs.ts';
import type { CheckCommandOptions } from './check.ts';
import type { Messages } from './messages.ts';
import { openOutput } from './output.ts';
import { type Outcome, sayOf } from './results.ts';

/** Writes the text of each article, exactly as claims' offsets count it, with a form feed between two articles. */
export async function writeTexts(
  items: AsyncIterable<SourceItem>,
  inputs: readonly string[],
  options: CheckCommandOptions,
  messages: Messages,
): Promise<Outcome> {
  const output = await openOutput(options.output, inputs);
  const tally = emptyTally('');
  for await (const item of items) {
    sayOf(item, messages, options.quiet ?? false);
    if (item.kind === 'error') tally.failed++;
    if (item.kind !== 'article') continue;
    await output.write((tally.articles++ > 0 ? '\f' : '') + ended(item.article.text));
  }
  await output.end();
  return { tally, worst: null };
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
