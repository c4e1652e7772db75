/** `--format jsonl`: a result record a line. */
import type { ResultRecord } from '../model.ts';
import type { Reporter } from './reporter.ts';

/** Writes each record as one line of JSON, in the order of the inputs. */
export function jsonlReporter(): Reporter {
  let engine: ResultRecord['engine'] | null = null;
  let ending = '';
  return {
    head: () => '',
    item({ record }) {
      if (record.skipped !== 'off-topic') return `${JSON.stringify(record)}\n`;
      // Nearly all of a large corpus is skipped: what is the same in every such record is made once.
      if (record.engine !== engine) {
        engine = record.engine;
        ending = `,"claims":[],"skipped":"off-topic","error":null,"engine":${JSON.stringify(engine)}}\n`;
      }
      return `{"article":${JSON.stringify(record.article)}${ending}`;
    },
    tail: () => '',
  };
}
