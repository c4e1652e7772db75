/**
 * The library: `import { checkArticle, loadFactBase } from 'scscheck'`. What stands here keeps its name and
 * meaning; anything else may change.
 */
import * as z from 'zod';
import { resultRecordSchema } from './schema.ts';

export type { Extracted, TextFormat } from './article/extract.ts';
export { checkArticle } from './check.ts';
export {
  ConfigError,
  ExtractError,
  errorLine,
  FactBaseError,
  FetchError,
  KnownError,
  type Place,
  UsageError,
} from './errors.ts';
export { type FactBase, loadFactBase } from './facts/load.ts';
export { articleFromText, extractArticle } from './library.ts';
export {
  type Article,
  type ArticleLine,
  type ArticleMeta,
  type Attribution,
  type Block,
  type BlockKind,
  type CheckedClaim,
  type CheckResult,
  type Claim,
  type ClaimRecord,
  type Evidence,
  type Fact,
  LABELS,
  type Label,
  type Match,
  type Reason,
  type ResultRecord,
  type Sentence,
  type Span,
} from './model.ts';
export { type Engine, type RecordOptions, toRecord } from './reporters/record.ts';
export { articleLineSchema, resultRecordSchema } from './schema.ts';
export { suggestionFor } from './suggest/suggest.ts';
export { VERSION } from './version.ts';

/**
 * JSON Schema (2020-12) of a result record, as in `scscheck/schema/result.json`. It lets records hold more than it
 * names, because later versions may add to them.
 */
export const resultRecordJsonSchema: object = {
  title: 'scscheck result record',
  ...z.toJSONSchema(resultRecordSchema, { io: 'input' }),
};
