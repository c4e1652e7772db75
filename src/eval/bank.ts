/** The claims of the example bank and of the facts' own examples, with the labels they stand for. */
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { readFactText, yamlFiles } from '../facts/bundle.ts';
import { claimsFolder } from '../facts/load.ts';
import type { Label } from '../model.ts';

export interface BankClaim {
  file: string;
  /** The fact that decides it; null where none does. */
  fact: string | null;
  label: Label;
  text: string;
}

type Kinds = Record<'entailed' | 'contradicted' | 'neither', string[]>;

function read(folder: string): { file: string; data: unknown }[] {
  return yamlFiles(join(claimsFolder(), folder)).map((file) => ({
    file: `${folder}/${basename(file)}`,
    data: parse(readFactText(file)),
  }));
}

function claimsOf(file: string, fact: string, kinds: Kinds): BankClaim[] {
  return [
    ...kinds.entailed.map((text): BankClaim => ({ file, fact, label: 'supported', text })),
    ...kinds.contradicted.map((text): BankClaim => ({ file, fact, label: 'contradicted', text })),
    ...kinds.neither.map((text): BankClaim => ({ file, fact: null, label: 'unverified', text })),
  ];
}

/**
 * All of them, in the order of the files. What is beside a fact in its own examples may be decided by another fact; nearly
 * all of it is unverified, and counts as that.
 */
export function bankClaims(): BankClaim[] {
  const bank = read('bank').flatMap(({ file, data }) =>
    Object.entries(data as Record<string, Kinds>).flatMap(([fact, kinds]) => claimsOf(file, fact, kinds)),
  );
  const own = read('facts').flatMap(({ file, data }) =>
    (data as { id: string; examples: Kinds }[]).flatMap(({ id, examples }) => claimsOf(file, id, examples)),
  );
  return [...bank, ...own];
}
