/** The types every stage shares. Imports nothing that runs, so that any stage may import it at no cost. */
export type { ArticleLine, ClaimRecord, ResultRecord } from './schema.ts';

/** Half-open range of UTF-16 offsets into `Article.text`; the only position type inside the program. */
export interface Span {
  start: number;
  end: number;
}

export const LABELS = ['supported', 'contradicted', 'unverified'] as const;
/** Verdict label of a claim (codebook, section 2). */
export type Label = (typeof LABELS)[number];

/** Where a publication date may have been found, the surest first. */
export const DATE_SOURCES = ['given', 'json-ld', 'meta', 'time', 'url', 'text'] as const;
export type DateSource = (typeof DATE_SOURCES)[number];

export const FRAMES = [
  'score',
  'surveillance',
  'technology',
  'dystopia',
  'repression',
  'punishment',
  'finance',
  'trust',
  'regulation',
  'fragmentation',
  'mythbusting',
  'comparison',
  'spread',
  'support',
] as const;
/** A way of presenting the social credit system (`docs/frames.md`). */
export type Frame = (typeof FRAMES)[number];

export const STANCES = ['advanced', 'rejected'] as const;
/** Whether a text presents the system that way, or raises that way of seeing it in order to deny it. */
export type Stance = (typeof STANCES)[number];

/** A frame that a text carries; one a frame and text. */
export interface FrameCode {
  frame: Frame;
  /** The one the text ends on, where it takes both. */
  stance: Stance;
  /** The words that show it, sorted, at least one. */
  spans: Span[];
}

/** What an article is, apart from its text. Every field may be unknown. */
export interface ArticleMeta {
  id: string;
  url: string | null;
  title: string | null;
  outlet: string | null;
  /** ISO 8601, as the source gives it; never guessed from a clock. */
  publishedAt: string | null;
  language: string | null;
  /** Where `publishedAt` was found, and how sure it is, 0 to 1; null without a date. */
  dateSource?: DateSource | null;
  dateConfidence?: number | null;
  /** Who wrote it, as the source names them. */
  byline?: string | null;
  /** Country of the outlet, as a list of articles names it. */
  country?: string | null;
}

/**
 * One run of article text that comes unbroken from the file: text offset `text` stands at file offset `file`,
 * for `length` UTF-16 units. With `fileLength` the file has other characters there, so many of them, that mean the same
 * (a character reference). Runs are sorted and do not overlap; what lies between them was made by the extractor (a
 * paragraph break).
 */
export interface OffsetRun {
  text: number;
  file: number;
  length: number;
  fileLength?: number;
}

/**
 * One stretch of article text that stands unbroken in one run of a word processor's document: text offset `text` is at
 * `column` (0-based, in UTF-16 units) of a paragraph, for `length` units. Paragraphs and their runs count from 1 in the
 * order of the document, empty ones and those of tables too. The text of a note stands, with length 0, where the
 * document refers to it. Sorted by `text`; what lies between stands behind the piece before.
 */
export interface DocumentPiece {
  text: number;
  length: number;
  paragraph: number;
  run: number;
  column: number;
}

/** A reader's comment in a document; `start` and `end` are those of the article text it is about. */
export interface ArticleComment extends Span {
  text: string;
}

/** What kind of block a stretch of text stood in; decides how it is cut into sentences. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'cell';

/** A block of the article's text. Blocks are sorted, do not overlap, and sentences never cross them. */
export interface Block extends Span {
  kind: BlockKind;
}

/** An article ready to be checked. `text` is the only thing positions point into. */
export interface Article extends ArticleMeta {
  text: string;
  /** SHA-256 (hex) of the bytes read, or of the text's UTF-8 where there was no file. */
  sha256: string;
  /** Blocks as the extractor saw them; empty means: cut the text at blank lines. */
  blocks: Block[];
  /**
   * The file's own text and how article text maps to it, for line and column; null when the article's text
   * is the file's text, or when no such map exists (DOCX, PDF).
   */
  origin: { fileText: string; runs: OffsetRun[] } | null;
  /** Where the text stands in its document; for DOCX alone. */
  document?: DocumentPiece[];
  /** Comments on the text, by their start; for DOCX alone. */
  comments?: ArticleComment[];
}

/** A sentence of the article, trimmed of white space; `block` is the index of its block. */
export interface Sentence extends Span {
  block: number;
}

/** Who is said to have made a claim, and the word that says so. */
export interface Attribution {
  source: string;
  cue: string;
}

/** A number with its tolerance, as a text states it; see `detect/quantities.ts`. */
export interface Quantity extends Span {
  /** Smallest and largest value the words allow; equal for an exact number; null for an open end. */
  min: number | null;
  max: number | null;
  /** The number named, where one is ("over 47" names 47). */
  value: number | null;
  kind: 'exact' | 'about' | 'over' | 'under' | 'range' | 'dozens';
  unit: 'count' | 'percent' | 'currency' | 'ordinal' | 'year';
}

export const FACETS = [
  'topic',
  'agent',
  'patient',
  'effect',
  'quantity',
  'time',
  'place',
  'quantifier',
  'modality',
  'polarity',
] as const;
/** The kinds of content a claim is compared on. */
export type FacetName = (typeof FACETS)[number];

/** One facet of a claim: the value the lexicon gives it and the words that show it (null when implied). */
export interface Facet {
  name: FacetName;
  value: string;
  span: Span | null;
}

/** A claim found in an article; `text === article.text.slice(start, end)`. */
export interface Claim extends Span {
  text: string;
  /** Index of the sentence that holds the claim. */
  sentence: number;
  attribution: Attribution | null;
  /** True when the text asserts the opposite of the words in the span (codebook, section 1). */
  rejected: boolean;
  facets: Facet[];
}

/** How one facet of a claim stands to one fact. */
export interface FacetComparison {
  facet: FacetName;
  claim: string | null;
  fact: string | null;
  outcome: 'agrees' | 'clashes' | 'silent';
}

/** A fact of the fact base, as loaded (see `claims/README.md` for how one is written). */
export interface Fact {
  id: string;
  /** The fact in the project's own words. */
  statement: string;
  /** Locators of the sentences that state it, the most direct first. */
  locators: string[];
  /** ISO date on which the source says so. */
  asOf: string;
  /** Id of the source in `seeds/`. */
  source: string;
  topic: string;
  /** The facets the fact speaks about and their values, in words, for comparison tables. */
  facets: Partial<Record<FacetName, string>>;
  /** In words: what would clash with the fact. */
  clashes: string;
  examples: { entailed: string[]; contradicted: string[]; neither: string[] };
  /** Where the entry stands, for messages. */
  place: { file: string; line: number };
}

/** A claim held against one fact. */
export interface Match {
  factId: string;
  /** Id of the reading of the fact that fired. */
  reading: string;
  relation: 'entails' | 'contradicts' | 'near';
  locators: string[];
  comparisons: FacetComparison[];
  /** 0 to 1: how much of the claim's checkable content the reading covers. */
  coverage: number;
}

/** Why a label was given: a code and its arguments; `reporters/sentences.ts` makes prose of it. */
export interface Reason {
  code: 'entailed' | 'clash' | 'silent' | 'partly' | 'local' | 'plan' | 'number' | 'individual' | 'company' | 'unknown';
  factId: string | null;
  facet: FacetName | null;
  claimValue: string | null;
  factValue: string | null;
  locator: string | null;
}

/** A fact that decides a claim. */
export interface Evidence {
  factId: string;
  locator: string;
  relation: 'entails' | 'contradicts';
  statement: string;
}

/** A claim with its verdict. */
export interface CheckedClaim extends Claim {
  id: string;
  label: Label;
  /** Estimated probability that the label is right, 0 to 1, two decimals. */
  confidence: number;
  /** Whether it stands in somebody's own words: in quotation marks, or in a block quotation. */
  quoted: boolean;
  evidence: Evidence[];
  reason: Reason;
  matches: Match[];
}

/** What `checkArticle` gives. */
export interface CheckResult {
  article: Article;
  /** Whether any sentence is about the social credit system. */
  onTopic: boolean;
  /** The sentences of the article, which `Claim.sentence` counts in; empty when the gate turned it away. */
  sentences: Sentence[];
  claims: CheckedClaim[];
  /** How it presents the system, one a frame, in the order of `FRAMES`; not there where frames were not coded. */
  frames?: FrameCode[];
}
