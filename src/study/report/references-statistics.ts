/** Where the statistics of shares over time come from. */
import type { Reference } from './reference.ts';

export const OF_STATISTICS = {
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
  besag: {
    authors: 'Besag, J., & Clifford, P.',
    year: 1991,
    title: 'Sequential Monte Carlo p-values',
    where: 'Biometrika, 78(2), 301–304',
  },
  cameron: {
    authors: 'Cameron, A. C., Gelbach, J. B., & Miller, D. L.',
    year: 2008,
    title: 'Bootstrap-based improvements for inference with clustered errors',
    where: 'The Review of Economics and Statistics, 90(3), 414–427',
  },
  carlstein: {
    authors: 'Carlstein, E.',
    year: 1986,
    title: 'The use of subseries values for estimating the variance of a general statistic from a stationary sequence',
    where: 'The Annals of Statistics, 14(3), 1171–1179',
  },
  cohenPower: {
    authors: 'Cohen, J.',
    year: 1988,
    title: 'Statistical power analysis for the behavioral sciences (2nd ed.)',
    where: 'Lawrence Erlbaum',
  },
  fisher: { authors: 'Fisher, R. A.', year: 1935, title: 'The design of experiments', where: 'Oliver and Boyd' },
  hall: {
    authors: 'Hall, P.',
    year: 1988,
    title: 'Theoretical comparison of bootstrap confidence intervals',
    where: 'The Annals of Statistics, 16(3), 927–953',
  },
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
  holm: {
    authors: 'Holm, S.',
    year: 1979,
    title: 'A simple sequentially rejective multiple test procedure',
    where: 'Scandinavian Journal of Statistics, 6(2), 65–70',
  },
  imbens: {
    authors: 'Imbens, G. W., & Kolesár, M.',
    year: 2016,
    title: 'Robust standard errors in small samples: Some practical advice',
    where: 'The Review of Economics and Statistics, 98(4), 701–712',
  },
  kendall: { authors: 'Kendall, M. G.', year: 1975, title: 'Rank correlation methods (4th ed.)', where: 'Griffin' },
  killick: {
    authors: 'Killick, R., Fearnhead, P., & Eckley, I. A.',
    year: 2012,
    title: 'Optimal detection of changepoints with a linear computational cost',
    where: 'Journal of the American Statistical Association, 107(500), 1590–1598',
  },
  kitagawa: {
    authors: 'Kitagawa, E. M.',
    year: 1955,
    title: 'Components of a difference between two rates',
    where: 'Journal of the American Statistical Association, 50(272), 1168–1194',
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
  persons: {
    authors: 'Persons, W. M.',
    year: 1919,
    title: 'Indices of business conditions',
    where: 'The Review of Economic Statistics, 1(1)',
  },
  phipson: {
    authors: 'Phipson, B., & Smyth, G. K.',
    year: 2010,
    title: 'Permutation P-values should never be zero: Calculating exact P-values when permutations are randomly drawn',
    where: 'Statistical Applications in Genetics and Molecular Biology, 9(1), Article 39',
  },
  rao: {
    authors: 'Rao, J. N. K., & Scott, A. J.',
    year: 1992,
    title: 'A simple method for the analysis of clustered binary data',
    where: 'Biometrics, 48(2), 577–585',
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
