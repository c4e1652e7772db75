/**
 * The colours and type of all figures. Data colours differ in lightness (relative luminance 0.05 and 0.24), so that grey
 * print tells them apart, lie on the blue-orange axis, which the common colour blindnesses keep, and have at least 3:1
 * against the page (WCAG 2.2, 1.4.11); text has at least 4.5:1 (1.4.3). The page's style gives each its counterpart on dark.
 */
export const PALETTE = {
  page: '#ffffff',
  ink: '#1f2328',
  /** Secondary text: counts, axis labels. */
  muted: '#555d66',
  axis: '#848d97',
  grid: '#dfe3e8',
  /** The first series: advanced, corrected, the newer. */
  first: '#0b3d78',
  /** The second: rejected, raw, the older. */
  second: '#cc6a0c',
  /** Bars of counts, behind everything. */
  bar: '#b6bec7',
} as const;

/** Sans-serif faces that are found nearly everywhere; `metrics.ts` reckons with the widest of them. */
export const FONT = 'Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif';

/** Type sizes in CSS pixels: at a print width of 180 mm, 10 px is 7 points, the least that journals allow. */
export const SIZE = { small: 10, label: 11, title: 12 } as const;

/** Width of every figure in CSS pixels: two columns of a journal, and the text column of the report. */
export const WIDTH = 720;

/** How strong the ribbon of an interval is; the second lies over the first and is lighter. */
export const RIBBON = { first: 0.22, second: 0.16 } as const;

/** Dashes of the second series, and of marks that are no data. */
export const DASH = { second: [4, 2], change: [1.5, 2.5] } as const;
