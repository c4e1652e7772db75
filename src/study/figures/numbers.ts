/** Numbers as text: for figures, tables and prose alike. */
import type { Count, Interval } from '../model.ts';

/** `12345` is "12,345". */
export const whole = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A share as a per cent: one decimal, two below one per cent; "0%" and "100%" for none and all alone. */
export function percent(share: number): string {
  if (share === 0 || share === 1) return `${share * 100}%`;
  const value = share * 100;
  const text = Math.abs(value) < 0.995 ? value.toFixed(2) : value.toFixed(1);
  return `${text === '100.0' ? '>99.9' : text === '0.00' || text === '-0.00' ? '<0.01' : text}%`;
}

/** The share of a count; "none" of nothing is no figure. */
export const shareOf = ({ k, n }: Count): string => (n === 0 ? 'no data' : percent(k / n));

/** "10.1 to 14.9", in per cent. */
export const percentRange = ({ low, high }: Interval): string => `${bare(low)} to ${bare(high)}`;
const bare = (share: number): string => percent(share).replace('%', '');

/** A difference of shares in percentage points, with its sign. */
export const pointsOf = (difference: number): string =>
  signed(difference * 100, Math.abs(difference) < 0.00995 ? 2 : 1);
/** "-3.1 to 4.0", in points. */
export const pointsRange = ({ low, high }: Interval): string => `${pointsOf(low)} to ${pointsOf(high)}`;

/** With a true minus or a plus; 0 has neither. */
export function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** A p-value as "p = 0.012" or "p < 0.001". */
export const pValue = (p: number): string =>
  p < 0.001 ? 'p < 0.001' : `p = ${p >= 0.9995 ? '1' : p.toFixed(p < 0.1 ? 3 : 2)}`;

/** Two decimals, for coefficients. */
export const coefficient = (value: number): string => value.toFixed(2).replace('-', '−');
