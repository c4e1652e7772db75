/** What stands in brackets above an AsciiDoc block, and what it makes of the block. */

/** What the lines above a block say of it. */
export interface BlockStyle {
  /** The first word: `quote`, `source`, `NOTE`; '' without one. */
  name: string;
  /** Whether each line stands for itself. */
  breaksLines: boolean;
  /** The character between cells of a table; null where none is named. */
  separator: string | null;
  /** The format of a table; '' where none is named. */
  format: string;
  /** Whether columns of a table are said to hold blocks. */
  blockColumns: boolean;
}

export const PLAIN: BlockStyle = { name: '', breaksLines: false, separator: null, format: '', blockColumns: false };

/** Styles of blocks whose text is no prose: code, formulas, diagrams, comments. */
const NO_PROSE = new Set(
  (
    'source listing literal pass stem latexmath asciimath comment ditaa plantuml graphviz mermaid vega vegalite a2s ' +
    'blockdiag bytefield d2 dbml nomnoml pikchr seqdiag svgbob tikz wavedrom'
  ).split(' '),
);
export const isNoProse = ({ name }: BlockStyle): boolean => NO_PROSE.has(name);

export const isQuote = ({ name }: BlockStyle): boolean => name === 'quote' || name === 'verse';

/** Longest line of attributes that is read, in characters. */
const LONGEST = 2000;

/** The style with what one more line, `[…]`, says. */
export function withAttributes(style: BlockStyle, line: string): BlockStyle {
  if (line.startsWith('[[') || line.length > LONGEST) return style;
  const inner = line.slice(1, -1);
  const name = /^\s*([\p{L}][\p{L}\d_-]*)\s*(?=[,.#%]|$)/u.exec(inner)?.[1] ?? style.name;
  const separator = /(?:^|,)\s?separator=["']?([^"',])/.exec(inner)?.[1] ?? style.separator;
  return {
    name,
    breaksLines: style.breaksLines || /(?:%|options=["']?|opts=["']?)hardbreaks/.test(inner),
    separator,
    format: /(?:^|,)\s?format=["']?(\w+)/.exec(inner)?.[1] ?? style.format,
    blockColumns: style.blockColumns || /(?:^|,)\s?cols=["']?[^"']*\da|cols=["']?(?:[^"']*,)?[<^>.]*a/.test(inner),
  };
}
