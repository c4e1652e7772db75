/** HTML that cannot be broken by what stands in it: whatever is put into a template is escaped, unless it is HTML itself. */
import { escapeMarkup } from '../figures/escape-markup.ts';

/** Markup that is known to be safe. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Markup from a template; strings and numbers in it are escaped for text and for attributes in double quotes, lists are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.reduce((markup, string, index) => markup + markupOf(parts[index - 1]) + string) };
}

/** Markup that was made elsewhere and is safe: the SVG of a figure. */
export const trusted = (markup: string): Html => ({ markup });

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

/** Text in which `**words**` are strong and nothing else is markup: for sentences of ours. */
export function emphasised(text: string): Html {
  return html`${text.split('**').map((words, index) => (index % 2 === 1 ? html`<strong>${words}</strong>` : words))}`;
}
