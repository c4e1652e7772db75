/** What coders are told, beside the sheet. */
import { FRAMES, type Frame } from '../../model.ts';

/** The system presented as…; `docs/frames.md` has the rules. */
const PRESENTED: Record<Frame, string> = {
  score: 'a rating of people: points, a number, ranks',
  surveillance: 'watching: monitoring, gathering data, tracking daily life',
  technology: 'a product of AI, big data, facial recognition, algorithms',
  dystopia: 'nightmare or fiction come true',
  repression: 'political control: the Party, dissidents, obedience',
  punishment: 'penalties: blacklists, bans, public shaming',
  finance: 'credit in the narrow sense: lending, debts, repayment',
  trust: 'a cure for dishonesty, fraud, low trust',
  regulation: 'administration of firms and sectors: compliance, licences',
  fragmentation: 'local, piecemeal, experimental, incoherent',
  mythbusting: 'something misreported, an error ascribed to somebody',
  comparison: 'not so unique: like ratings, credit bureaus or lists elsewhere',
  spread: 'a model or a threat for other countries',
  support: 'welcomed by people in China',
};

/** The text that goes with a sheet: how it is filled in, and what each column means. */
export function codebookText(sheet: { file: string; articles: number; seed: number }): string {
  const width = Math.max(...FRAMES.map((frame) => frame.length));
  return `${[
    `Coding ${sheet.file}: ${sheet.articles} articles, drawn with seed ${sheet.seed}.`,
    '',
    'Each coder fills in a copy of the sheet, under a name of its own, without seeing the other copies.',
    'Under each frame write, for the article as a whole,',
    '  a (or advanced, or 1)   the article presents the social credit system that way, in its own voice or through a',
    '                          source that it lets stand',
    '  r (or rejected)         it raises that way of seeing it in order to deny it',
    '  nothing, or 0           neither',
    'Where an article does both, the one it ends on counts. Take out the rows that you did not get to: an empty row says that',
    'none of the frames is there. Order of rows and further columns are up to you; "id" and the names of the frames stay.',
    '',
    'The social credit system is presented as',
    ...FRAMES.map((frame) => `  ${frame.padEnd(width)}  ${PRESENTED[frame]}`),
    '',
    'The rules of each frame stand in docs/frames.md of scscheck.',
    '"weight" is how many articles of the corpus a row stands for: one by the chance with which it was drawn.',
  ].join('\n')}\n`;
}
