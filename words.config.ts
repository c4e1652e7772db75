/**
 * Writes `claims/lexicons/words.json`: the word classes that clause cutting and the place facet need, drawn from
 * compromise's lexicon and conjugator. compromise takes a third of a second to load, so it works here, at
 * build time, and the program reads the result (some 100 kB) in a few milliseconds.
 *
 * Run: `npm run words` (the file is committed; a test says when it is out of date).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise/three';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

type Lexicon = Record<string, string | string[]>;
const KINDS: Record<string, string> = {
  PastTense: 'past',
  PresentTense: 'present',
  Infinitive: 'base',
  Gerund: 'gerund',
  Participle: 'participle',
  Adjective: 'adjective',
  Comparative: 'adjective',
  Superlative: 'adjective',
  Plural: 'plural',
  Singular: 'noun',
  Uncountable: 'noun',
  Adverb: 'adverb',
};
const single = /^[a-z]+$/;

/** What `claims/lexicons/words.json` holds, to the byte, as the installed compromise and natural give it. */
export function wordsJson(): string {
  const lexicon = (nlp.world() as unknown as { model: { one: { lexicon: Lexicon } } }).model.one.lexicon;
  const sets: Record<string, Set<string>> = {};
  const add = (kind: string, word: string): void => {
    if (!single.test(word)) return;
    sets[kind] ??= new Set();
    sets[kind].add(word);
  };
  for (const [word, tags] of Object.entries(lexicon)) {
    for (const tag of [tags].flat()) {
      const kind = KINDS[tag];
      if (kind) add(kind, word);
      if (tag === 'City') add('city', word.replace(/ /g, ''));
      if (tag === 'Country') add('country', word);
    }
  }
  // Every infinitive is conjugated, so that "ranks" and "leaves" are known as verbs beside the nouns they also are.
  const irregular: Record<string, string> = {};
  const bases = [
    ...(sets.base ?? []),
    ...'tell hold pay repay fall rise run lose take give get keep put cut set let bring send spend read lead mean meet leave feel find show speak choose break drive draw throw catch teach buy sell build fight win beat hit hurt shut split spread stand sit win order trim withhold link tie bind sign back list track trace cover reach shape steer mould fine dock deduct punish reward restrict refuse deny grant issue publish enact adopt pass draft launch roll test pilot trial vary differ clash govern regulate oversee supervise administer enforce apply file register record store share merge fold knit pull push hand mind run matter depend rest hang hinge bite sting serve aim seek intend plan want warn note insist claim argue concede add reply retort swear reckon'.split(
      ' ',
    ),
    'score',
    'rank',
    'blacklist',
    'grade',
    'rate',
    'list',
    'name',
    'group',
    'model',
  ];
  for (const base of bases) {
    const forms = nlp(`they ${base}`).verbs().conjugate()[0] as Record<string, string> | undefined;
    if (!forms) continue;
    add('base', base);
    if (forms.PresentTense) add('present', forms.PresentTense);
    if (forms.PastTense) add('past', forms.PastTense);
    if (forms.Gerund) add('gerund', forms.Gerund);
    if (forms.PastParticiple) add('participle', forms.PastParticiple);
    for (const form of [forms.PastTense, forms.PastParticiple]) {
      if (form && single.test(form) && porter.stem(form) !== porter.stem(base)) irregular[form] = base;
    }
  }
  // In one sorted list a word is found at once; a table of all of them would take longer to make than a short run looks up.
  const kinds = Object.keys(sets).sort();
  const words = [...new Set(kinds.flatMap((kind) => [...sets[kind]!]))].sort();
  const bitsOf = (word: string): number =>
    kinds.reduce((bits, kind, i) => bits | (sets[kind]!.has(word) ? 1 << i : 0), 0);
  const out: Record<string, string> = {
    classes: kinds.join(' '),
    words: words.join(' '),
    bits: words.map((word) => bitsOf(word).toString(16).padStart(3, '0')).join(''),
  };
  out.irregular = Object.entries(irregular)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, base]) => `${form} ${base}`)
    .join(' ');
  return `${JSON.stringify(out, null, 1)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('claims/lexicons/words.json', import.meta.url), wordsJson());
}
