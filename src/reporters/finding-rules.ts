/** What is said of the rules of formats for linters: facts, claims that no fact decides, remarks on the checking itself. */
import type { Notice } from '../review/finding.ts';
import { sourceWords } from './finding-sentences.ts';
import type { BaseInfo } from './reporter.ts';
import { dateWords } from './sentences.ts';

/** In a reader's words, what each kind of notice is about. */
export const NOTICE_TEXTS: Record<Notice['code'], Pick<RuleTexts, 'title' | 'text'>> = {
  'suppression-without-reason': {
    title: 'A suppression needs a reason.',
    text: 'A comment that suppresses findings says why behind a colon; one that does not is without effect.',
  },
  'suppression-unused': {
    title: 'A suppression that nothing needs.',
    text: 'No finding is left that the comment suppresses: the text has changed, or the fact. Take the comment out.',
  },
  'suppression-unknown-fact': {
    title: 'A suppression names a fact that does not exist.',
    text: 'The comment names an id that no fact has. "scscheck facts list" prints the ids.',
  },
  'suppression-malformed': {
    title: 'A suppression that cannot be understood.',
    text: 'The comment begins as a suppression does, but what follows is none, so it is without effect.',
  },
  'suppression-unclosed': {
    title: 'A suppression without an end.',
    text: 'The comment suppresses findings up to another comment that ends it, and there is none in the file.',
  },
};

/** What is said of claims that no fact decides. */
export const UNVERIFIED_TEXTS: RuleTexts = {
  title: 'A claim that the source neither bears out nor contradicts.',
  text: 'No fact decides the claim: the source is silent on it, or on a part of it. That does not make it false.',
  details: [],
};

export interface RuleTexts {
  /** One sentence. */
  title: string;
  text: string;
  /** Names and values to list below the text. */
  details: [name: string, value: string][];
}

/** What is said of a fact as a rule: the fact, what clashes with it, and where the source states it. */
export function factTexts(fact: BaseInfo['facts'][number], source: BaseInfo['source']): RuleTexts {
  return {
    title: fact.statement,
    text: `${fact.statement} A claim clashes with this fact by: ${fact.clashes}`,
    details: [
      ['Source', sourceWords(source)],
      ['Places', fact.locators.join(', ')],
      ['As of', dateWords(fact.asOf)],
    ],
  };
}
