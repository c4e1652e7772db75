/** How labels look in a terminal: a sign and a colour, and never the colour alone. */
import type pc from 'picocolors';
import type { Label } from '../model.ts';

export type Colors = ReturnType<typeof pc.createColors>;

export const LABEL_SIGNS: Record<Label, string> = { supported: '✓', contradicted: '✗', unverified: '?' };

/** The function that colours text as befits a label. */
export function labelPaint(colors: Colors, label: Label): (text: string) => string {
  return { supported: colors.green, contradicted: colors.red, unverified: colors.yellow }[label];
}
