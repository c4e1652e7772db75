/** Where figures are kept: JSON to compare, Markdown to read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type Figure, reached } from './figure.ts';

/** What figures were measured on, without naming the machine. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB, node ${process.version}`;
}

/** A table of figures, one a line. */
export function markdown(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, value, target, detail } = figure;
    const bound = target ? `${target.must} ${target.bound}` : '';
    const verdict = target ? (reached(figure) ? 'yes' : '**no**') : '';
    return `| ${name.replaceAll('|', '\\|')} | ${value} | ${bound} | ${verdict} | ${detail} |`;
  });
  return ['| figure | value | target | reached | measured |', '| --- | ---: | --- | --- | --- |', ...rows].join('\n');
}

/** Writes `<group>.json` and `<group>.md` of every group of figures to the folder of results. */
export function record(group: string, figures: readonly Figure[]): void {
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${group}.json`, folder), `${JSON.stringify({ machine: machine(), figures }, null, 2)}\n`);
  writeFileSync(new URL(`${group}.md`, folder), `# ${group}\n\n${machine()}\n\n${markdown(figures)}\n`);
}
