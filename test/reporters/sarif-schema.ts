/** The schema of SARIF 2.1.0, from the package that ships it; the project has no copy of its own. */
import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';

const PLACES = [
  ...(process.env.SARIF_SCHEMA === undefined ? [] : [process.env.SARIF_SCHEMA]),
  'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  'node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json',
];

/** Where the schema is; undefined where no package has brought it. */
export const SARIF_SCHEMA = PLACES.find((file) => existsSync(file));

/** What is wrong with a document by the schema; empty when it is valid. */
export function schemaErrors(file: string): (document: unknown) => string[] {
  const { $schema, id: _, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  // Of draft 4 it uses nothing that later drafts changed but the name of `id`.
  const Validator = String($schema).includes('2020-12') ? Ajv2020.default : Ajv.default;
  // One of its patterns is none by the stricter rules of Unicode.
  const validate = new Validator({
    unicodeRegExp: false,
    strict: false,
    allErrors: true,
    validateFormats: false,
  }).compile(schema);
  return (document) =>
    validate(document) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}
