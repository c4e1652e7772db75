/** Which figures a study has, in the order of the report. */
import { changesFigure } from './changes.ts';
import { comparisonsFigure } from './comparisons.ts';
import { correctedFramingFigure, correctionsFigure } from './corrections.ts';
import type { Drawing, LeftOut } from './figure.ts';
import { framingFigure } from './framing.ts';
import { groupsFigure } from './groups.ts';
import { labelsFigure } from './labels.ts';
import { misreportsFigure } from './misreports.ts';
import { overallFigure } from './overall.ts';
import { reliabilityFigure } from './reliability.ts';
import { datesFigure, syndicationFigure } from './two-ways.ts';
import type { View } from './view.ts';

/** All figures: to draw, or left out with a reason. Pure and quick: nothing is drawn. */
export function planFigures(view: View): (Drawing | LeftOut)[] {
  return [
    overallFigure(view),
    framingFigure(view),
    labelsFigure(view),
    misreportsFigure(view),
    changesFigure(view),
    groupsFigure(view, 'outlet'),
    groupsFigure(view, 'country'),
    groupsFigure(view, 'language'),
    comparisonsFigure(view),
    datesFigure(view),
    syndicationFigure(view),
    reliabilityFigure(view),
    correctionsFigure(view),
    correctedFramingFigure(view),
  ];
}
