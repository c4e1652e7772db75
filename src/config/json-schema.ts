/** The JSON Schema of a configuration, for editors; `schema/write.ts` writes it to `schema/config.json`. */
import * as z from 'zod/mini';
import { configSchema } from './schema.ts';
import { keyHelp } from './schema-settings.ts';

type JsonSchema = Record<string, unknown>;

/**
 * The schema with which editors complete and check a configuration. Draft 7: the one that the language services for
 * JSON and YAML know in full.
 */
export function configJsonSchema(): JsonSchema {
  // The registry is given in place of the library's own, which has more kinds of keys.
  const made = z.toJSONSchema(configSchema, { target: 'draft-7', io: 'input', metadata: keyHelp as never });
  const schema: JsonSchema = { title: 'scscheck configuration', ...JSON.parse(JSON.stringify(made)) };
  // What an override does not state stays as stated above it: the program's defaults are none there.
  dropDefaults((schema.properties as Record<string, JsonSchema>).overrides!.items as JsonSchema);
  return schema;
}

function dropDefaults(schema: JsonSchema): void {
  delete schema.default;
  for (const part of Object.values((schema.properties as Record<string, JsonSchema> | undefined) ?? {})) {
    dropDefaults(part);
  }
}
