// Writes the published JSON Schemas: npm run schema, after a change to the result record or the configuration.
import { writeFile } from 'node:fs/promises';
import { configJsonSchema } from '../src/config/json-schema.ts';
import { resultRecordJsonSchema } from '../src/index.ts';

const SCHEMAS = { 'result.json': resultRecordJsonSchema, 'config.json': configJsonSchema() };

for (const [name, schema] of Object.entries(SCHEMAS))
  await writeFile(new URL(name, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
