/** The claims of the example bank and of the facts' own examples, with the labels they stand for. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Label } from '../model.ts';

export interface BankClaim {
  file: string;
  /** The fact that decides it; null where none does. */
  fact: string | null;
  label: Label;
  text: string;
}

type Kinds = Record<'entailed' | 'contradicted' | 'neither', string[]>;
const claims = new URL('../../claims/', import.meta.url);

function read(folder: string): { file: string; data: unknown }[] {
  return readdirSync(new URL(folder, claims))
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => ({ file: `${folder}${name}`, data: parse(readFileSync(new URL(folder + name, claims), 'utf8')) }));
}

function claimsOf(file: string, fact: string, kinds: Kinds): BankClaim[] {
  return [
    ...kinds.entailed.map((text): BankClaim => ({ file, fact, label: 'supported', text })),
    ...kinds.contradicted.map((text): BankClaim => ({ file, fact, label: 'contradicted', text })),
    ...kinds.neither.map((text): BankClaim => ({ file, fact: null, label: 'unverified', text })),
  ];
}

/** All of them, in the order of the files. What is beside a fact in its own examples may be decided by another: left out. */
export function bankClaims(): BankClaim[] {
  const bank = read('bank/').flatMap(({ file, data }) =>
    Object.entries(data as Record<string, Kinds>).flatMap(([fact, kinds]) => claimsOf(file, fact, kinds)),
  );
  const own = read('facts/').flatMap(({ file, data }) =>
    (data as { id: string; examples: Kinds }[]).flatMap(({ id, examples }) =>
      claimsOf(file, id, { ...examples, neither: [] }),
    ),
  );
  return [...bank, ...own];
}
