/**
 * The methods in sentences, with every number filled in: to be pasted into the appendix of a paper. A part is there only
 * where its method was used.
 */
import { FRAMES } from '../../model.ts';
import { spanInWords } from '../figures/names.ts';
import { shareOf, whole } from '../figures/numbers.ts';
import type { StudyResult } from '../model.ts';
import { codersOf, isElsewhere, outletsOf } from './corpus-sentences.ts';
import { type MethodPart, STAGES } from './method-part.ts';
import { copies } from './methods-copies.ts';
import { inferenceMethods } from './methods-inference.ts';
import { counted, listed } from './sentences.ts';

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

function corpus({ flow }: StudyResult): MethodPart {
  const { read, failed, offTopic, otherLanguage, undated, future, studied } = flow;
  const out = [
    [failed, 'could not be read'],
    [offTopic, 'were not about China’s social credit system'],
    [otherLanguage, 'were not in English'],
    [undated, 'had no date that falls into a period'],
    [future, 'were dated in the future'],
  ] as const;
  const left = out.filter(([count]) => count > 0).map(([count, why]) => `${whole(count)} that ${why}`);
  return {
    title: 'Corpus',
    sentences: [
      `${counted(read, 'article')} ${read === 1 ? 'was' : 'were'} read.`,
      left.length > 0 ? `Left out were ${listed(left)}.` : 'None was left out.',
      studied > 0
        ? `${counted(studied, 'article')}${outletsOf(flow, ' of ')} ${studied === 1 ? 'is' : 'are'} studied.`
        : 'No article is left to study.',
    ],
    references: [],
  };
}

function coding({ engine, codebook, flow }: StudyResult): MethodPart {
  const elsewhere = isElsewhere(flow, engine);
  const hash = elsewhere ? '' : ` (SHA-256 of both ${codebook})`;
  const base = elsewhere ? '' : ` (SHA-256 ${engine.factBase}; facts as of ${engine.asOf})`;
  return {
    title: 'Coding',
    sentences: [
      elsewhere
        ? `Articles were coded by the program scscheck: ${codersOf(flow)}. The facts of version ${engine.version}, which counted them, have the SHA-256 ${engine.factBase}, and its rules of frames ${codebook}.`
        : `Articles were coded by the program scscheck ${engine.version}.`,
      `Each of ${FRAMES.length} frames was coded by typed signs and a small model learnt from coded passages${hash}, passage by passage, and pooled to the article: as advanced where the text presents the system that way, as rejected where it raises that way of seeing it in order to deny it; where an article does both, as it does last.`,
      `Claims about the system were found and labelled as supported, contradicted or unverified by comparison with a base of facts${base}.`,
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
      'The denominator of frames is all articles studied whose frames were coded, that of misreports and of articles with a contradicted claim all articles studied, that of labels and attribution all claims in them, and that of stance all articles that carry the frame.',
      'A period without articles has no share; it is left out of tests and breaks the line in figures.',
    ],
    references: [],
  };
}

function dates({ flow, options }: StudyResult): MethodPart {
  const { studied, sure, dateSources } = flow;
  if (studied === 0) return { title: 'Dates', sentences: [], references: [] };
  const sources = Object.entries(dateSources).filter(([, count]) => count > 0);
  return {
    title: 'Dates',
    sentences: [
      `Each date carries where it was found (${listed(sources.map(([source, count]) => `${source} ${whole(count)}`)) || 'not recorded'}) and a confidence; a date is called sure where it names a day and its confidence is ${STAGES.sureDate} or more.`,
      `${whole(sure)} of ${counted(studied, 'article')} (${shareOf({ k: sure, n: studied })}) have a sure date.`,
      options.sureDates
        ? 'This report is of articles with a sure date alone.'
        : 'This report is of all dates unless said otherwise; shares, trends and change points were also worked out for sure dates alone.',
    ],
    references: [],
  };
}

function software({ engine, options }: StudyResult): MethodPart {
  return {
    title: 'Software',
    sentences: [
      `All results were worked out by scscheck ${engine.version}, with counts by DuckDB (Raasveldt & Mühleisen, 2019) and figures by Vega-Lite (Satyanarayan et al., 2017).`,
      `Random draws are seeded (seed ${options.seed}): the same articles, options and version give the same report, byte for byte.`,
    ],
    references: ['duckdb', 'vegaLite'],
  };
}
