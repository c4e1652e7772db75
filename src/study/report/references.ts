/** Where the methods come from. */

export interface Reference {
  authors: string;
  year: number;
  title: string;
  /** Journal, volume, pages; or publisher. */
  where: string;
}

const REFERENCES = {
  bell: {
    authors: 'Bell, R. M., & McCaffrey, D. F.',
    year: 2002,
    title: 'Bias reduction in standard errors for linear regression with multi-stage samples',
    where: 'Survey Methodology, 28(2), 169–181',
  },
  benjamini: {
    authors: 'Benjamini, Y., & Hochberg, Y.',
    year: 1995,
    title: 'Controlling the false discovery rate: A practical and powerful approach to multiple testing',
    where: 'Journal of the Royal Statistical Society, Series B, 57(1), 289–300',
  },
  broder: {
    authors: 'Broder, A. Z.',
    year: 1997,
    title: 'On the resemblance and containment of documents',
    where: 'In Proceedings of Compression and Complexity of Sequences 1997, 21–29',
  },
  cameron: {
    authors: 'Cameron, A. C., Gelbach, J. B., & Miller, D. L.',
    year: 2008,
    title: 'Bootstrap-based improvements for inference with clustered errors',
    where: 'The Review of Economics and Statistics, 90(3), 414–427',
  },
  cohenKappa: {
    authors: 'Cohen, J.',
    year: 1960,
    title: 'A coefficient of agreement for nominal scales',
    where: 'Educational and Psychological Measurement, 20(1), 37–46',
  },
  cohenPower: {
    authors: 'Cohen, J.',
    year: 1988,
    title: 'Statistical power analysis for the behavioral sciences (2nd ed.)',
    where: 'Lawrence Erlbaum',
  },
  entman: {
    authors: 'Entman, R. M.',
    year: 1993,
    title: 'Framing: Toward clarification of a fractured paradigm',
    where: 'Journal of Communication, 43(4), 51–58',
  },
  fisher: { authors: 'Fisher, R. A.', year: 1935, title: 'The design of experiments', where: 'Oliver and Boyd' },
  hamed: {
    authors: 'Hamed, K. H., & Rao, A. R.',
    year: 1998,
    title: 'A modified Mann-Kendall trend test for autocorrelated data',
    where: 'Journal of Hydrology, 204(1–4), 182–196',
  },
  haynes: {
    authors: 'Haynes, K., Eckley, I. A., & Fearnhead, P.',
    year: 2017,
    title: 'Computationally efficient changepoint detection for a range of penalties',
    where: 'Journal of Computational and Graphical Statistics, 26(1), 134–143',
  },
  hayes: {
    authors: 'Hayes, A. F., & Krippendorff, K.',
    year: 2007,
    title: 'Answering the call for a standard reliability measure for coding data',
    where: 'Communication Methods and Measures, 1(1), 77–89',
  },
  holm: {
    authors: 'Holm, S.',
    year: 1979,
    title: 'A simple sequentially rejective multiple test procedure',
    where: 'Scandinavian Journal of Statistics, 6(2), 65–70',
  },
  kendall: { authors: 'Kendall, M. G.', year: 1975, title: 'Rank correlation methods (4th ed.)', where: 'Griffin' },
  killick: {
    authors: 'Killick, R., Fearnhead, P., & Eckley, I. A.',
    year: 2012,
    title: 'Optimal detection of changepoints with a linear computational cost',
    where: 'Journal of the American Statistical Association, 107(500), 1590–1598',
  },
  krippendorff: {
    authors: 'Krippendorff, K.',
    year: 2018,
    title: 'Content analysis: An introduction to its methodology (4th ed.)',
    where: 'SAGE',
  },
  lang: {
    authors: 'Lang, Z., & Reiczigel, J.',
    year: 2014,
    title: 'Confidence limits for prevalence of disease adjusted for estimated sensitivity and specificity',
    where: 'Preventive Veterinary Medicine, 113(1), 13–22',
  },
  mann: {
    authors: 'Mann, H. B.',
    year: 1945,
    title: 'Nonparametric tests against trend',
    where: 'Econometrica, 13(3), 245–259',
  },
  newcombe: {
    authors: 'Newcombe, R. G.',
    year: 1998,
    title: 'Interval estimation for the difference between independent proportions: Comparison of eleven methods',
    where: 'Statistics in Medicine, 17(8), 873–890',
  },
  ppi: {
    authors: 'Angelopoulos, A. N., Bates, S., Fannjiang, C., Jordan, M. I., & Zrnic, T.',
    year: 2023,
    title: 'Prediction-powered inference',
    where: 'Science, 382(6671), 669–674',
  },
  rogan: {
    authors: 'Rogan, W. J., & Gladen, B.',
    year: 1978,
    title: 'Estimating prevalence from the results of a screening test',
    where: 'American Journal of Epidemiology, 107(1), 71–76',
  },
  sen: {
    authors: 'Sen, P. K.',
    year: 1968,
    title: 'Estimates of the regression coefficient based on Kendall’s tau',
    where: 'Journal of the American Statistical Association, 63(324), 1379–1389',
  },
  theil: {
    authors: 'Theil, H.',
    year: 1950,
    title: 'A rank-invariant method of linear and polynomial regression analysis',
    where: 'Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen, 53, 386–392, 521–525, 1397–1412',
  },
  vegaLite: {
    authors: 'Satyanarayan, A., Moritz, D., Wongsuphasawat, K., & Heer, J.',
    year: 2017,
    title: 'Vega-Lite: A grammar of interactive graphics',
    where: 'IEEE Transactions on Visualization and Computer Graphics, 23(1), 341–350',
  },
  wilson: {
    authors: 'Wilson, E. B.',
    year: 1927,
    title: 'Probable inference, the law of succession, and statistical inference',
    where: 'Journal of the American Statistical Association, 22(158), 209–212',
  },
  yao: {
    authors: 'Yao, Y.-C.',
    year: 1988,
    title: 'Estimating the number of change-points via Schwarz’ criterion',
    where: 'Statistics & Probability Letters, 6(3), 181–189',
  },
} satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof REFERENCES;

/** The references of these ids, each once, by author and year. */
export function referencesOf(ids: Iterable<ReferenceId>): Reference[] {
  const found: Reference[] = [...new Set(ids)].map((id) => REFERENCES[id]);
  return found.sort((a, b) => (a.authors < b.authors ? -1 : a.authors > b.authors ? 1 : a.year - b.year));
}
