/** What the figures are made of: a drawing says what to draw, a figure is drawn. */

/** A specification of Vega-Lite, or a part of one. */
export type Spec = Record<string, unknown>;

/** A figure as a reader gets it. */
export interface Figure {
  /** Stable, of letters and hyphens: the name of its file and of its place in the report. */
  id: string;
  title: string;
  /** What it shows, of how many, with what intervals: as a journal would print below it. */
  caption: string;
  /** The same for who cannot see it: what it shows and its main figures. */
  alt: string;
  /** A whole SVG document, without an XML declaration. */
  svg: string;
}

/** What a figure shows and how, before it is drawn. Sizes are CSS pixels. */
export interface Drawing extends Omit<Figure, 'svg'> {
  width: number;
  height: number;
  /** Space around the plot areas, as counted in `width` and `height`. */
  padding: { left: number; top: number; right: number; bottom: number };
  /** Without size, padding, style: `draw.ts` adds what all figures share. */
  spec: Spec;
}

/** A figure that cannot be drawn of this corpus, and why, in a sentence. */
export interface LeftOut {
  id: string;
  title: string;
  reason: string;
}

/** Tells a figure that is left out from one to draw. */
export const isLeftOut = (figure: Drawing | LeftOut): figure is LeftOut => 'reason' in figure;
