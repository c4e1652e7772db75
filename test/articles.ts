/** What the program makes of an article fixture, short enough to be reviewed: `npx tsx test/articles.ts --write` renews it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkArticle } from '../src/check.ts';
import type { FactBase } from '../src/facts/compile.ts';
import { loadFactBase } from '../src/facts/load.ts';
import { readInputs } from '../src/source/inputs.ts';

export const ARTICLES = fileURLToPath(new URL('../fixtures/articles', import.meta.url));

/** A claim of `expected.json`. */
export interface ExpectedClaim {
  quote: string;
  label: string;
  fact: string | null;
  source: string | null;
  rejected: boolean;
}

/** The folders that hold an article. */
export function cases(): string[] {
  return readdirSync(ARTICLES).filter((name) => inputOf(name) !== null);
}

function inputOf(name: string): string | null {
  return (
    ['txt', 'md', 'adoc', 'html']
      .map((ending) => join(ARTICLES, name, `input.${ending}`))
      .find((file) => existsSync(file)) ?? null
  );
}

/** The claims of a case as the program finds them now. */
export async function claimsOf(name: string, base: FactBase): Promise<ExpectedClaim[]> {
  const claims: ExpectedClaim[] = [];
  for await (const item of readInputs([inputOf(name)!])) {
    if (item.kind !== 'article') continue;
    for (const claim of checkArticle(item.article, base).claims) {
      const { text: quote, label, evidence, attribution, rejected } = claim;
      claims.push({ quote, label, fact: evidence[0]?.factId ?? null, source: attribution?.source ?? null, rejected });
    }
  }
  return claims;
}

/** What a case's `expected.json` says. */
export function expectedOf(name: string): ExpectedClaim[] {
  return JSON.parse(readFileSync(join(ARTICLES, name, 'expected.json'), 'utf8')) as ExpectedClaim[];
}

if (process.argv.includes('--write')) {
  const base = await loadFactBase();
  for (const name of cases()) {
    const claims = await claimsOf(name, base);
    writeFileSync(join(ARTICLES, name, 'expected.json'), `${JSON.stringify(claims, null, 2)}\n`);
    console.log(`${name}: ${claims.length} claims`);
  }
}
