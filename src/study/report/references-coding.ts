/** Where coding, copies, agreement, corrections and tools come from. */
import type { Reference } from './reference.ts';

export const OF_CODING = {
  broder: {
    authors: 'Broder, A. Z.',
    year: 1997,
    title: 'On the resemblance and containment of documents',
    where: 'In Proceedings of Compression and Complexity of Sequences 1997, 21–29',
  },
  cohenKappa: {
    authors: 'Cohen, J.',
    year: 1960,
    title: 'A coefficient of agreement for nominal scales',
    where: 'Educational and Psychological Measurement, 20(1), 37–46',
  },
  duckdb: {
    authors: 'Raasveldt, M., & Mühleisen, H.',
    year: 2019,
    title: 'DuckDB: An embeddable analytical database',
    where: 'In Proceedings of the 2019 International Conference on Management of Data, 1981–1984',
  },
  entman: {
    authors: 'Entman, R. M.',
    year: 1993,
    title: 'Framing: Toward clarification of a fractured paradigm',
    where: 'Journal of Communication, 43(4), 51–58',
  },
  hayes: {
    authors: 'Hayes, A. F., & Krippendorff, K.',
    year: 2007,
    title: 'Answering the call for a standard reliability measure for coding data',
    where: 'Communication Methods and Measures, 1(1), 77–89',
  },
  krippendorff: {
    authors: 'Krippendorff, K.',
    year: 2019,
    title: 'Content analysis: An introduction to its methodology (4th ed.)',
    where: 'SAGE',
  },
  lang: {
    authors: 'Lang, Z., & Reiczigel, J.',
    year: 2014,
    title: 'Confidence limits for prevalence of disease adjusted for estimated sensitivity and specificity',
    where: 'Preventive Veterinary Medicine, 113(1), 13–22',
  },
  li: {
    authors: 'Li, P., Owen, A., & Zhang, C.-H.',
    year: 2012,
    title: 'One permutation hashing',
    where: 'Advances in Neural Information Processing Systems, 25',
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
  vegaLite: {
    authors: 'Satyanarayan, A., Moritz, D., Wongsuphasawat, K., & Heer, J.',
    year: 2017,
    title: 'Vega-Lite: A grammar of interactive graphics',
    where: 'IEEE Transactions on Visualization and Computer Graphics, 23(1), 341–350',
  },
} satisfies Record<string, Reference>;
