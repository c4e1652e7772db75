/** Shares as counted beside shares corrected for the program's own error. */
import type { Correction, Estimate } from '../model.ts';
import { type Dot, dotPlot } from './dot-plot.ts';
import type { Drawing, LeftOut } from './figure.ts';
import type { KeyEntry } from './key.ts';
import { drawnSeries, multiples } from './multiples.ts';
import { measureName, spanName } from './names.ts';
import { percent, percentRange, whole } from './numbers.ts';
import { dotOf, highest } from './overall.ts';
import { shareAxis } from './share-axis.ts';
import type { View } from './view.ts';
import { captionOf, noTime } from './words.ts';

const MOST_ROWS = 45;
const NO_SAMPLE = 'No labelled sample was given, so that the program’s own error is not known for this corpus.';

/** Those that a correction was worked out for. */
const corrected = ({ result }: View): Correction[] =>
  result.corrections.filter((one) => one.roganGladen || one.predictionPowered);

/** A dot plot of raw and corrected shares over the whole corpus. */
export function correctionsFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['corrections', 'Shares as counted and corrected'];
  const rows = corrected(view)
    .filter(({ measure, raw }) => view.measures.has(measure) && raw.n > 0)
    .sort((a, b) => b.raw.k / b.raw.n - a.raw.k / a.raw.n)
    .slice(0, MOST_ROWS);
  if (rows.length === 0) return { id, title, reason: NO_SAMPLE };
  const nameOf = (row: Correction): string => measureName(view.measures.get(row.measure)!);
  const raw = rows.map((row) => dotOf(`${nameOf(row)}, as counted`, row.raw));
  const gladen = rows.map((row) => estimateDot(`${nameOf(row)}, corrected (Rogan-Gladen)`, row.roganGladen));
  const powered = rows.map((row) => estimateDot(`${nameOf(row)}, prediction-powered`, row.predictionPowered));
  const drawn: { style: 'second' | 'first' | 'third'; dots: (Dot | null)[]; words: string }[] = [
    { style: 'second', dots: raw, words: 'as counted' },
    { style: 'first', dots: gladen, words: 'corrected (Rogan-Gladen)' },
    { style: 'third', dots: powered, words: 'prediction-powered' },
  ];
  const series = drawn.filter(({ dots }) => dots.some(Boolean));
  return {
    id,
    title,
    caption: `Share of articles${basisOf(view, rows[0]!)} as the program counts them, and corrected for its own error as measured on the labelled sample, with 95% intervals; n is ${whole(rows[0]!.raw.n)} articles unless said.`,
    alt: `Dot plot of ${rows.length} measures: ${rows
      .slice(0, 6)
      .map(
        (row) =>
          `${nameOf(row)} ${percent(row.raw.k / row.raw.n)} as counted${row.roganGladen ? `, ${percent(row.roganGladen.value)} corrected` : ''}`,
      )
      .join('; ')}.`,
    ...dotPlot({
      rows: rows.map((row) => ({
        label: nameOf(row),
        note: row.raw.n === rows[0]!.raw.n ? `k = ${whole(row.raw.k)}` : `${whole(row.raw.k)} of ${whole(row.raw.n)}`,
      })),
      panels: [
        {
          title: '',
          axis: shareAxis(highest(series.flatMap(({ dots }) => dots)), 8),
          series,
          axisTitle: 'share of articles',
        },
      ],
      key: series.map(({ style, words }): KeyEntry => ({ mark: `${style}-dot`, words })),
    }),
  };
}

function estimateDot(name: string, estimate: Estimate | null): Dot | null {
  if (!estimate) return null;
  const { value, low, high } = estimate;
  return {
    value,
    interval: { low, high },
    words: `${name}: ${percent(value)} (95% interval ${percentRange({ low, high })})`,
  };
}

/** What the raw counts count, as far as their numbers tell: each article, as a sample is drawn from, or once per story. */
export function basisOf(view: View, { measure, raw }: Correction): string {
  const [article, story] = [view.total(measure, 'article', 'all')?.n, view.total(measure, 'story', 'all')?.n];
  if (article === story) return '';
  return raw.n === article ? ' (each article counted)' : raw.n === story ? ' (copies counted once)' : '';
}

/** With the panel of counts, three rows of three. */
const MOST_PANELS = 8;

/** Raw and corrected shares over time, of the frames most often carried. */
export function correctedFramingFigure(view: View): Drawing | LeftOut {
  const [id, title] = ['framing-corrected', 'Framing over time, as counted and corrected'];
  const measures = view.result.measures
    .filter(
      ({ id: measure, family, stance }) =>
        family === 'frame' && stance === null && view.points(measure)?.some((point) => point.corrected),
    )
    .map((measure) => ({ measure, k: view.total(measure.id)!.k }))
    .sort((a, b) => b.k - a.k)
    .slice(0, MOST_PANELS);
  const absent =
    noTime(view, view.result.flow.studied > 0) ??
    (measures.length > 0
      ? null
      : view.pooled
        ? 'Corrected shares cannot be pooled to the coarser periods of the figures; the tables have them.'
        : NO_SAMPLE);
  if (absent) return { id, title, reason: absent };
  return {
    id,
    title,
    caption: captionOf(
      view,
      [
        `Share of articles (copies counted once) that carry the frame, as counted and corrected for the program’s own error, by ${view.unit}, ${spanName(view.periods)}; the ${measures.length} most frequent frames.`,
      ],
      'Ribbons are 95% intervals (Wilson as counted; the corrected ones include the error of the labelled sample), cut where they leave the scale.',
    ),
    alt: `Small multiples of ${measures.map(({ measure }) => measureName(measure)).join(', ')}.`,
    ...multiples(view, {
      panels: [
        { title: 'Articles', counts: view.points(measures[0]!.measure.id)! },
        ...measures.map(({ measure, k }) => ({
          title: measureName(measure),
          note: `k = ${whole(k)}`,
          series: [...drawnSeries(view, measure.id, 'second'), ...drawnSeries(view, measure.id, 'first', 'corrected')],
          changes: [],
        })),
      ],
      key: [
        { mark: 'second', words: 'as counted' },
        { mark: 'first', words: 'corrected' },
        { mark: 'ribbon', words: '95% interval' },
      ],
    }),
  };
}
