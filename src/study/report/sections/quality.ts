/** How far the codes can be trusted: reliability, and shares corrected for error. */

import { measureName } from '../../figures/names.ts';
import { coefficient, percent, shareOf, whole } from '../../figures/numbers.ts';
import { codersName, variableName } from '../../figures/reliability.ts';
import type { Estimate } from '../../model.ts';
import type { Context, Section } from '../context.ts';
import { figureBlock } from '../figure-block.ts';
import { html } from '../html.ts';
import { correctionSentence } from '../sentences.ts';
import { estimateText, seriesTable } from '../series-table.ts';
import { table } from '../table.ts';

export function reliabilitySection(context: Context): Section {
  const { agreement } = context.result;
  const rows = agreement.map(({ variable, coders, units, alpha, kappa, agreement: share }) => [
    variableName(variable),
    codersName(coders),
    whole(units),
    alpha ? `${coefficient(alpha.value)} (${coefficient(alpha.low)} to ${coefficient(alpha.high)})` : 'nothing varies',
    kappa === null ? '–' : coefficient(kappa),
    units > 0 ? percent(share) : '–',
  ]);
  const list = table({
    caption: 'Agreement of codings, by variable and coders',
    head: ['Variable', 'Coders', 'Units', 'Alpha (95% interval)', 'Kappa', 'All agree'],
    words: 2,
    rows,
  });
  return { id: 'reliability', title: 'Reliability', body: html`${figureBlock(context, 'reliability', list)}` };
}

export function correctionsSection(context: Context): Section {
  const { view, result } = context;
  const known = result.corrections.filter(({ measure, raw }) => view.measures.has(measure) && raw.n > 0);
  const nameOf = (id: string): string => measureName(view.measures.get(id)!);
  const changed = known.flatMap(({ measure, raw, roganGladen, predictionPowered }) => {
    const corrected = roganGladen ?? predictionPowered;
    return corrected ? [{ name: nameOf(measure), raw: raw.k / raw.n, corrected: corrected.value }] : [];
  });
  const estimate = (one: Estimate | null): string => (one ? estimateText(one) : '–');
  const shares = table({
    caption: 'Shares over the whole corpus, as counted and corrected (95% intervals)',
    head: ['Measure', 'As counted', 'k of n', 'Rogan-Gladen', 'Prediction-powered'],
    rows: known.map(({ measure, raw, roganGladen, predictionPowered }) => [
      nameOf(measure),
      shareOf(raw),
      `${whole(raw.k)} of ${whole(raw.n)}`,
      estimate(roganGladen),
      estimate(predictionPowered),
    ]),
  });
  const rates = table({
    caption: 'The program’s codes against the labelled sample',
    head: [
      'Measure',
      'True positive',
      'False positive',
      'False negative',
      'True negative',
      'Sensitivity',
      'Specificity',
    ],
    rows: result.errorRates
      .filter(({ measure }) => view.measures.has(measure))
      .map((one) => [
        nameOf(one.measure),
        whole(one.truePositive),
        whole(one.falsePositive),
        whole(one.falseNegative),
        whole(one.trueNegative),
        estimate(one.sensitivity),
        estimate(one.specificity),
      ]),
  });
  const frames = result.measures.filter(({ family, stance }) => family === 'frame' && stance === null);
  const columns = frames.flatMap(({ id }) => [
    { measure: id, name: nameOf(id) },
    { measure: id, name: `${nameOf(id)}, corrected`, value: 'corrected' as const },
  ]);
  return {
    id: 'corrections',
    title: 'Correction for the program’s own error',
    body: html`${context.studied && html`<p>${correctionSentence(changed)}</p>`}
${figureBlock(context, 'corrections', shares, rates)}
${changed.length > 0 && figureBlock(context, 'framing-corrected', seriesTable(view, 'Frames over time, as counted and corrected, in per cent (95% interval)', columns))}`,
  };
}
