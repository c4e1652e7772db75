/** A newsroom's draft in Markdown: front matter, headings, paragraphs and what else such drafts are made of. */
import { AROUND, HEADLINES, OTHER_HEADLINES, SECTIONS } from './linters-prose.ts';
import { offTopicSentence, onTopicSentence, sentence } from './prose.ts';
import { pick, type Random } from './random.ts';

type Next = (random: Random) => string;

/** One sentence in eight of a feature makes claims about its subject, half are near it, the others about anything. */
const CLAIMS = 1 / 8;
const NEAR = 1 / 2;

const ABOUT: Next = (random) => {
  const at = random();
  if (at < CLAIMS) return onTopicSentence(random);
  return at < CLAIMS + NEAR ? sentence(random, AROUND) : offTopicSentence(random);
};

/** A draft of about `words` words; `onTopic` makes it a feature on China's social credit system. */
export function draft(random: Random, words: number, onTopic: boolean): string {
  const next = onTopic ? ABOUT : offTopicSentence;
  const title = sentence(random, onTopic ? HEADLINES : OTHER_HEADLINES);
  const notes: string[] = [];
  const blocks = [frontMatter(random, title), `# ${title}`, `**${onTopic ? LEAD : next(random)}** ${next(random)}`];
  let left = words - count(blocks.join(' '));
  for (let n = 0; left > 8; n++) {
    const block = n % 6 === 2 ? `## ${sentence(random, SECTIONS)}` : blockOf(random, next, notes);
    blocks.push(block);
    left -= count(block) + count(notes.at(-1) ?? '') / 8;
  }
  return `${[...blocks, ...notes].join('\n\n')}\n`;
}

const LEAD = 'For a month we asked what China’s social credit system is and what it does.';

const count = (text: string): number => text.split(/\s+/).length;

function frontMatter(random: Random, title: string): string {
  const day = 1 + Math.floor(random() * 28);
  const section = pick(random, ['world', 'business', 'features', 'home']);
  const date = `2021-${pick(random, ['03', '06', '11'])}-${String(day).padStart(2, '0')}`;
  return `---\ntitle: "${title}"\ndate: ${date}\nsection: ${section}\nstatus: draft\ntags: [${section}, long-read]\n---`;
}

/** A paragraph as a rule; else a list, a quotation, a table or a note to the desk. */
function blockOf(random: Random, next: Next, notes: string[]): string {
  const at = random();
  if (at < 0.06)
    return sentences(random, next, 3, 5)
      .map((item) => `- ${dressed(random, item)}`)
      .join('\n');
  if (at < 0.08)
    return sentences(random, next, 3, 3)
      .map((item, i) => `${i + 1}. ${item}`)
      .join('\n');
  if (at < 0.13) return `> ${sentences(random, next, 1, 3).join(' ')}`;
  if (at < 0.14) return table(random);
  if (at < 0.16) return '<!-- desk: figures still to be confirmed -->';
  const text = sentences(random, next, 2, 4).map((one) => dressed(random, one));
  if (at > 0.97) {
    const label = `[^${notes.length + 1}]`;
    notes.push(`${label}: ${next(random)}`);
    return `${text.join(' ')}${label}`;
  }
  return text.join(' ');
}

function sentences(random: Random, next: Next, least: number, most: number): string[] {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => next(random));
}

function table(random: Random): string {
  const rows = ['{town} | {tens} | {small}.{digit}', '{town} | {tens} | {small}.{digit}', '{town} | {tens} | {small}'];
  const body = rows.map((row) => `| ${sentence(random, [row])} |`);
  return ['| Place | Cases | Share |', '| --- | ---: | ---: |', ...body].join('\n');
}

/** Now and then a link or emphasis on some words of a sentence. */
function dressed(random: Random, text: string): string {
  const at = random();
  if (at > 0.2) return text;
  const words = text.split(' ');
  const from = 1 + Math.floor(random() * Math.max(1, words.length - 4));
  const many = at < 0.1 ? 3 : 1;
  const phrase = words.slice(from, from + many).join(' ');
  // Marks around punctuation are no emphasis in Markdown, and an author would not set them.
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ’-]*$/u.test(phrase)) return text;
  const marked =
    at < 0.1 ? `[${phrase}](https://example.org/story-${from})` : at < 0.15 ? `*${phrase}*` : `**${phrase}**`;
  return [...words.slice(0, from), marked, ...words.slice(from + many)].join(' ');
}
