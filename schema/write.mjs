// Writes schema/result.json from the built library: npm run schema, after a change to the result record.
import { writeFile } from 'node:fs/promises';
import { resultRecordJsonSchema } from '../dist/index.js';

await writeFile(new URL('result.json', import.meta.url), `${JSON.stringify(resultRecordJsonSchema, null, 2)}\n`);
