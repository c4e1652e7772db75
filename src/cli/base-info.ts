/** What reports say of the fact base. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsFolder, type FactBase } from '../facts/load.ts';
import type { BaseInfo } from '../reporters/reporter.ts';

/** The facts, and the record of the document that they are drawn from. */
export function baseInfo({ facts, asOf }: FactBase): BaseInfo {
  const id = facts[0]?.source ?? 'scs-2022';
  let source: BaseInfo['source'] | null = null;
  return {
    facts,
    // Read when a report first cites it: most do not.
    get source() {
      source ??= sourceOf(id, asOf);
      return source;
    },
  };
}

function sourceOf(id: string, asOf: string): BaseInfo['source'] {
  try {
    const { title, author, date, url } = JSON.parse(
      readFileSync(join(claimsFolder(), '..', 'seeds', `${id}.json`), 'utf8'),
    );
    return { id, title, author, date, url };
  } catch {
    // Facts of the user's own may name a document of which nothing is known here.
    return { id, title: null, author: null, date: asOf, url: null };
  }
}
