/** Draws all figures of a study. */
import type { StudyResult } from '../model.ts';
import { type Drawing, type Figure, isLeftOut, type Spec } from './figure.ts';
import { PALETTE, SIZE } from './palette.ts';
import { planFigures } from './plan.ts';
import { tidySvg } from './tidy-svg.ts';
import { drawSvg } from './vega.ts';
import { viewOf } from './view.ts';

/**
 * The figures that this study has data for, in the order of the report; `planFigures` says which are left out and why.
 * Pure: the same result gives the same bytes, on any day, in any time zone and however often it is called.
 */
export async function drawFigures(result: StudyResult): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const planned of planFigures(viewOf(result))) {
    if (isLeftOut(planned)) continue;
    const { id, title, caption, alt } = planned;
    figures.push({ id, title, caption, alt, svg: tidySvg(await drawSvg(wholeSpec(planned)), planned) });
  }
  return figures;
}

/** With what all figures share: a fixed size, so that no text decides on it, and the style. */
function wholeSpec({ spec, width, height, padding }: Drawing): Spec {
  const { left, right, top, bottom } = padding;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    params: [
      { name: 'width', value: width - left - right },
      { name: 'height', value: height - top - bottom },
    ],
    autosize: 'none',
    padding,
    background: PALETTE.page,
    config: {
      aria: false,
      view: { stroke: null },
      axis: { labelLimit: 0, titleFontWeight: 'normal', titleFontSize: SIZE.small, titleColor: PALETTE.muted },
      text: { limit: 0 },
    },
    ...spec,
  };
}
