/**
 * Writes `src/study/report/page/inlined.ts`: the script and the style of the report as text, so that the program carries
 * them in itself. They are written as plain files beside it (`main.js` and what it imports, the `.css` files), which the
 * linter checks.
 *
 * Run: `npm run page` (the file is committed; a test says when it is out of date).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FOLDER = 'src/study/report/page';
const STYLES = ['colours', 'page', 'figures', 'chart', 'controls', 'media'];

/** The text of `inlined.ts`. */
export async function inlinedText(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/main.js`],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    minifyWhitespace: true,
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const style = STYLES.map((name) => readFileSync(`${FOLDER}/${name}.css`, 'utf8')).join('\n');
  return `/** Made by \`npm run page\` from the files beside it. */
export const SCRIPT = ${literal(outputFiles[0]!.text)};

export const STYLE = ${literal(style)};
`;
}

/** As a template literal without parts. */
const literal = (text: string): string => `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(`${FOLDER}/inlined.ts`, await inlinedText());
