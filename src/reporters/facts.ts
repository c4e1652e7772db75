/** `scscheck facts list` and `facts show`: the fact base for reading. Pure. */
import pc from 'picocolors';
import { FACETS, type Fact } from '../model.ts';
import { oneLine } from './escape.ts';
import { dateWords, FACET_WORDS, plural } from './sentences.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

export interface FactsReportOptions {
  width: number;
  color: boolean;
}

/** What is known of a fact as plain data, for JSON. */
export function factRecord(fact: Fact): Omit<Fact, 'place'> {
  const { id, statement, locators, asOf, source, topic, facets, clashes, examples } = fact;
  return { id, statement, locators, asOf, source, topic, facets, clashes, examples };
}

/** JSON of the whole fact base: `{"sha256", "asOf", "facts": [...]}`. */
export function factsJson(facts: readonly Fact[], base: { sha256: string; asOf: string }): string {
  return `${JSON.stringify({ sha256: base.sha256, asOf: base.asOf, facts: facts.map(factRecord) }, null, 2)}\n`;
}

/** Every fact on a line or few: id, statement, locators; grouped by topic, in the order of the fact base. */
export function factsHuman(facts: readonly Fact[], asOf: string, options: FactsReportOptions): string {
  const colors = pc.createColors(options.color);
  const topics = [...new Set(facts.map((fact) => fact.topic))];
  const blocks = topics.map((topic) => {
    const rows = facts
      .filter((fact) => fact.topic === topic)
      .map((fact) => [fact.id, oneLine(fact.statement), fact.locators.join(' ')].map(oneLine));
    const style = (text: string, _row: number, column: number): string =>
      column === 0 ? colors.cyan(text) : column === 2 ? colors.dim(text) : text;
    return [colors.bold(oneLine(topic)), ...table(rows, { width: options.width, indent: 2, style })].join('\n');
  });
  return `${[...blocks, `${plural(facts.length, 'fact')}, as of ${dateWords(asOf)}`].join('\n\n')}\n`;
}

/** One fact with all that is known of it. */
export function factHuman(fact: Fact, options: FactsReportOptions): string {
  const colors = pc.createColors(options.color);
  const lines = [
    colors.bold(fact.id),
    ...wrap(oneLine(fact.statement), options.width),
    '',
    ...table(
      [
        ['topic', oneLine(fact.topic)],
        ['source', `${fact.source}: ${fact.locators.join(', ')}`],
        ['as of', dateWords(fact.asOf)],
      ],
      options,
    ),
  ];
  const section = (title: string, body: string[]): void => {
    if (body.length > 0) lines.push('', colors.bold(title), ...body);
  };
  const list = (items: readonly string[]): string[] =>
    items.flatMap((item) =>
      wrap(oneLine(item), options.width - 4).map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`),
    );
  const said = FACETS.flatMap((facet) => {
    const value = fact.facets[facet];
    return value === undefined ? [] : [[FACET_WORDS[facet], oneLine(value)]];
  });
  section('What it says', table(said, { width: options.width, indent: 2 }));
  section(
    'What would clash',
    wrap(oneLine(fact.clashes), options.width - 2).map((line) => `  ${line}`),
  );
  section('Claims it supports', list(fact.examples.entailed));
  section('Claims it contradicts', list(fact.examples.contradicted));
  section('Claims it leaves alone', list(fact.examples.neither));
  return `${lines.join('\n')}\n`;
}
