/**
 * The methods in sentences, with every number filled in: to be pasted into the appendix of a paper. A part is there only
 * where its method was used.
 */
import { FRAMES } from '../../model.ts';
import { spanInWords } from '../figures/names.ts';
import { shareOf, whole } from '../figures/numbers.ts';
import type { StudyResult } from '../model.ts';
import type { MethodPart } from './method-part.ts';
import { inferenceMethods } from './methods-inference.ts';
import { counted, listed } from './sentences.ts';

/** Numbers of the stages before the report, which a test holds against those stages. */
export const STAGES = {
  hashFunctions: 128,
  bands: 32,
  rows: 4,
  words: 5,
  copyOverlap: 0.7,
  furthest: 0.5,
  sureDate: 0.85,
} as const;

/** The methods of a study, in the order in which a paper tells them. */
export function methodsOf(result: StudyResult): MethodPart[] {
  return [
    corpus(result),
    coding(result),
    measures(result),
    copies(result),
    dates(result),
    ...inferenceMethods(result),
    software(result),
  ].filter(({ sentences }) => sentences.length > 0);
}

function corpus({ flow, outlets }: StudyResult): MethodPart {
  const { read, failed, offTopic, otherLanguage, undated, future, studied } = flow;
  const out = [
    [failed, 'could not be read'],
    [offTopic, 'were not about China’s social credit system'],
    [otherLanguage, 'were not in English'],
    [undated, 'had no date'],
    [future, 'were dated in the future'],
  ] as const;
  const left = out.filter(([count]) => count > 0).map(([count, why]) => `${whole(count)} that ${why}`);
  return {
    title: 'Corpus',
    sentences: [
      `${counted(read, 'article')} ${read === 1 ? 'was' : 'were'} read.`,
      left.length > 0 ? `Left out were ${listed(left)}.` : 'None was left out.',
      studied > 0
        ? `${counted(studied, 'article')} of ${counted(outlets.length, 'outlet')} ${studied === 1 ? 'is' : 'are'} studied.`
        : 'No article is left to study.',
    ],
    references: [],
  };
}

function coding({ engine, codebook }: StudyResult): MethodPart {
  return {
    title: 'Coding',
    sentences: [
      `Articles were coded by the program scscheck ${engine.version}.`,
      `Each of ${FRAMES.length} frames was coded by typed signs and a small model learnt from coded passages (SHA-256 of both ${codebook}), passage by passage, and pooled to the article: as advanced where the text presents the system that way, as rejected where it raises that way of seeing it in order to deny it; where an article does both, as it does last.`,
      `Claims about the system were found and labelled as supported, contradicted or unverified by comparison with a base of facts (SHA-256 ${engine.factBase}; facts as of ${engine.asOf}).`,
      'A frame is a selection of some aspects of a matter that makes them more salient (Entman, 1993).',
    ],
    references: ['entman'],
  };
}

function measures({ periods, unit, measures: all, flow }: StudyResult): MethodPart {
  if (flow.studied === 0) return { title: 'Measures', sentences: [], references: [] };
  return {
    title: 'Measures',
    sentences: [
      `${counted(all.length, 'measure')} were counted by ${unit}, over ${counted(periods.length, unit)} (${spanInWords(periods)}); each is a share, k of n.`,
      'The denominator of frames and misreports is all articles that are studied, that of labels and attribution all claims in them, and that of stance all articles that carry the frame.',
      'A period without articles has no share; it is left out of tests and breaks the line in figures.',
    ],
    references: [],
  };
}

function copies({ flow }: StudyResult): MethodPart {
  if (flow.studied === 0) return { title: 'Syndication', sentences: [], references: [] };
  return {
    title: 'Syndication',
    sentences: [
      `Near-identical copies were found by MinHash (Broder, 1997) over runs of ${STAGES.words} words (${STAGES.hashFunctions} hash functions, ${STAGES.bands} bands of ${STAGES.rows} rows), and each candidate was checked by its real overlap: articles with a Jaccard index of ${STAGES.copyOverlap} or more are one story, of which no member overlaps the first by less than ${STAGES.furthest}.`,
      `${counted(flow.studied, 'article')} ${flow.studied === 1 ? 'is' : 'are'} ${counted(flow.stories, 'story', 'stories')}. Unless said otherwise a story counts once, as its earliest article.`,
    ],
    references: ['broder'],
  };
}

function dates({ flow, options }: StudyResult): MethodPart {
  const { studied, sure, dateSources } = flow;
  if (studied === 0) return { title: 'Dates', sentences: [], references: [] };
  const sources = Object.entries(dateSources).filter(([, count]) => count > 0);
  return {
    title: 'Dates',
    sentences: [
      `Each date carries where it was found (${listed(sources.map(([source, count]) => `${source} ${whole(count)}`)) || 'not recorded'}) and a confidence; a date is called sure from a confidence of ${STAGES.sureDate}.`,
      `${whole(sure)} of ${counted(studied, 'article')} (${shareOf({ k: sure, n: studied })}) have a sure date.`,
      options.sureDates
        ? 'This report is of articles with a sure date alone.'
        : 'This report is of all dates unless said otherwise; all results were also worked out for sure dates alone.',
    ],
    references: [],
  };
}

function software({ engine, options }: StudyResult): MethodPart {
  return {
    title: 'Software',
    sentences: [
      `All results were worked out by scscheck ${engine.version}, with counts by DuckDB and figures by Vega-Lite (Satyanarayan et al., 2017).`,
      `Random draws are seeded (seed ${options.seed}): the same articles, options and version give the same report, byte for byte.`,
    ],
    references: ['vegaLite'],
  };
}
