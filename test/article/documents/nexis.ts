/** Deliveries of Nexis Uni and of LexisNexis before it, with articles of our own. */
import { docx, p, r } from './docx.ts';

export interface Story {
  title: string;
  outlet: string;
  /** As the delivery writes it. */
  date: string;
  byline?: string;
  text: string[];
  /** Lines behind the text, such as a caption. */
  graphic?: string;
  language?: string;
  loaded?: string;
}

export const HARBOUR: Story = {
  title: 'Harbour town asks what a credit score is for',
  outlet: 'The Quay Courier (London)',
  date: 'March 5, 2019 Tuesday',
  byline: 'By Rosa Quay and Tom Ferry',
  text: [
    'The social credit system is not one score, a clerk told the harbour board.',
    'Length: this is how long a queue is said to be. Copyright is another matter.',
    'Several cities run schemes of their own.',
  ],
  graphic: 'A photograph of the harbour at dawn.',
  language: 'ENGLISH',
  loaded: 'March 6, 2019',
};

export const LEDGER: Story = {
  title: 'Ledger of the valley',
  outlet: 'Valley Monthly',
  date: 'April 2020',
  text: ['Debtors who refuse to pay may be put on a list under the social credit system.'],
  loaded: 'May 11, 2021',
};

export const MILL: Story = {
  title: 'Mill owners read the blacklist',
  outlet: 'Mill & Moor Weekly',
  date: '14 November 2018 Wednesday 10:33 AM GMT',
  byline: 'Staff',
  text: ['Firms are rated by regulators under the social credit system.', 'Body', 'So far nobody minds.'],
  language: 'ENGLISH; German',
};

const bold = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const line = (text: string): string => p(xml(text));
const field = (label: string, value: string): string => p(`${bold(`${label}:`)}${r(`\u00a0${xml(value)}`)}`);
const link = (text: string): string => `<w:hyperlink w:anchor="d">${r(xml(text))}</w:hyperlink>`;

/** An article as Nexis Uni delivers it. */
export function uniStory(
  { title, outlet, date, byline, text, graphic, language, loaded }: Story,
  heading = true,
): string {
  return [
    p(`<w:bookmarkStart w:id="1" w:name="d"/>${link(title)}`, heading ? 'Heading1' : undefined),
    line(outlet),
    line(date),
    p(''),
    line(`Copyright 2019 ${outlet} All Rights Reserved`),
    field('Section', 'NEWS; Pg. 4'),
    field('Length', '812 words'),
    ...(byline ? [field('Byline', byline)] : []),
    field('Highlight', 'What the board wanted to know.'),
    p(bold('Body')),
    p(''),
    ...text.map(line),
    ...(graphic ? [p(bold('Graphic')), line(graphic)] : []),
    p(bold('Classification')),
    ...(language ? [field('Language', language)] : []),
    field('Publication-Type', 'Newspaper'),
    field('Subject', 'SOCIAL CREDIT (92%); HARBOURS &amp; PORTS (70%)'.replaceAll('&amp;', '&')),
    ...(loaded ? [field('Load-Date', loaded)] : []),
    p(bold('End of Document')),
  ].join('');
}

/** The page before the articles, with links to them. */
export function cover(stories: readonly Story[]): string {
  const list = stories.flatMap(({ title }, i) => [
    p(`${r(`${i + 1}. `)}${link(title)}`),
    field('Client/Matter', '-None-'),
    field('Search Terms', '"social credit"'),
    line('Search Type: Terms and Connectors'),
  ]);
  return [
    field('User Name', 'Reader'),
    field('Date and Time', 'Friday, May 1, 2020 9:12:00 AM EDT'),
    field('Job Number', '118000000'),
    p(bold(`Documents (${stories.length})`), 'Heading1'),
    ...list,
  ].join('');
}

/** An article as LexisNexis used to deliver it. */
export function oldStory(
  { title, outlet, date, byline, text, graphic, language, loaded }: Story,
  at: number,
  of: number,
): string {
  return [
    line(`${at} of ${of} DOCUMENTS`),
    line(outlet),
    line(date),
    line('First Edition'),
    line(title),
    ...(byline ? [line(`BYLINE: ${byline}`)] : []),
    line('SECTION: NEWS; Pg. 4'),
    line('LENGTH: 812 words'),
    line('DATELINE: QUAYSIDE'),
    p(''),
    ...text.map(line),
    line(`LOAD-DATE: ${loaded ?? 'June 1, 2020'}`),
    ...(language ? [line(`LANGUAGE: ${language}`)] : []),
    ...(graphic ? [line(`GRAPHIC: ${graphic}`)] : []),
    line('PUBLICATION-TYPE: Newspaper'),
    line(`Copyright 2019 ${outlet}`),
    line('All Rights Reserved'),
  ].join('');
}

export const uniDelivery = (stories: readonly Story[]): Uint8Array =>
  docx(cover(stories) + stories.map((one) => uniStory(one)).join(''));
export const oldDelivery = (stories: readonly Story[]): Uint8Array =>
  docx(stories.map((one, i) => oldStory(one, i + 1, stories.length)).join(''));
