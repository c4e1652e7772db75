/** Draws what Vega-Lite describes. All of Vega stands behind this file; it is loaded when a figure is drawn. */
import type { Spec } from './figure.ts';
import { textWidth } from './metrics.ts';

type Logger = Record<'level' | 'error' | 'warn' | 'info' | 'debug', () => Logger>;

/**
 * The SVG text of a specification of Vega-Lite 6. Text is measured by `metrics.ts`, whether or not a canvas is installed;
 * nothing is fetched. Throws what Vega throws, as a specification is ours and not the user's.
 */
export async function drawSvg(spec: Spec): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  measureByTable(vega);
  const compiled = compile(spec as unknown as Parameters<typeof compile>[0], { logger: silent });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', loader: noLoader(vega) });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Vega-Lite warns of what is meant here (an axis that two layers describe, in the same words). */
const silent = {} as Logger;
for (const name of ['level', 'error', 'warn', 'info', 'debug'] as const) silent[name] = () => silent;

interface MeasuredText {
  fontSize?: number;
  fontWeight?: string | number;
  text?: unknown;
}

function measureByTable(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width(item: MeasuredText, text?: unknown): number } };
  textMetrics.width = (item, text = item.text) =>
    textWidth(String(text ?? ''), item.fontSize ?? 11, item.fontWeight === 'bold');
}

function noLoader(vega: typeof import('vega')): ReturnType<typeof vega.loader> {
  const refuse = (): never => {
    throw new Error('a figure loads nothing');
  };
  return Object.assign(vega.loader(), { load: refuse, http: refuse, file: refuse });
}
