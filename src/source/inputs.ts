/** Inputs of any kind, in order, as articles. */
import type { ReadOptions, SourceItem } from './item.ts';

export { INPUT_FORMATS, type InputFormat, type ReadOptions, type SourceItem } from './item.ts';

export async function* readInputs(inputs: string[], options: ReadOptions = {}): AsyncGenerator<SourceItem> {
  void inputs;
  void options;
}
