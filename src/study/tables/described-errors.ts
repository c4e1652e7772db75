/** Tables of how far the codes can be trusted: corrections, error rates and agreement. Pure. */
import { column, interval, type Table } from './described.ts';
import { COUNT } from './described-counts.ts';

const SHARE = 'share, 0 to 1';
const NO_SAMPLE = 'no labelled sample';

export const corrections: Table = {
  name: 'corrections',
  row: 'a share over the whole corpus, each article counting, as counted and corrected',
  columns: [
    column('measure', 'VARCHAR', 'what is measured'),
    ...COUNT,
    column('rogan_gladen', 'DOUBLE', 'share corrected by the error rates (Rogan and Gladen)', {
      unit: SHARE,
      missing: NO_SAMPLE,
    }),
    ...interval('rogan_gladen', 'that share', SHARE, NO_SAMPLE),
    column('prediction_powered', 'DOUBLE', 'share by prediction-powered inference', {
      unit: SHARE,
      missing: 'no sample of the corpus itself',
    }),
    ...interval('prediction_powered', 'that share', SHARE, 'no sample of the corpus itself'),
  ],
};

export const errorRates: Table = {
  name: 'error_rates',
  row: "the program's codes of the labelled sample against those of its coders",
  columns: [
    column('measure', 'VARCHAR', 'what is measured'),
    column('true_positive', 'INTEGER', 'both say so', { unit: 'articles or claims' }),
    column('false_positive', 'INTEGER', 'the program alone says so', { unit: 'articles or claims' }),
    column('false_negative', 'INTEGER', 'the coders alone say so', { unit: 'articles or claims' }),
    column('true_negative', 'INTEGER', 'neither says so', { unit: 'articles or claims' }),
    column('sensitivity', 'DOUBLE', "share of the coders' positives that the program finds", {
      unit: SHARE,
      missing: 'no positives',
    }),
    ...interval('sensitivity', 'that share', SHARE, 'no positives'),
    column('specificity', 'DOUBLE', "share of the coders' negatives that the program leaves alone", {
      unit: SHARE,
      missing: 'no negatives',
    }),
    ...interval('specificity', 'that share', SHARE, 'no negatives'),
  ],
};

export const agreement: Table = {
  name: 'agreement',
  row: 'how two or more codings of the same units agree on a variable',
  columns: [
    column('variable', 'VARCHAR', 'frame, or another variable that was coded'),
    column('coders', 'VARCHAR', 'who coded, parted by "; "'),
    column('units', 'INTEGER', 'what was coded by more than one', { unit: 'units' }),
    column('alpha', 'DOUBLE', "Krippendorff's alpha, nominal", { missing: 'nothing varies' }),
    ...interval('alpha', 'alpha (bootstrap)', 'alpha', 'nothing varies'),
    column('kappa', 'DOUBLE', "Cohen's kappa, of two coders", { missing: 'more coders than two, or nothing varies' }),
    column('agreement', 'DOUBLE', 'share of units on which all agree', { unit: SHARE }),
  ],
};
