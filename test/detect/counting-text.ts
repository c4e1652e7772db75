/** A text that counts how often single characters of it are read, to show that work grows with its length. */
export class CountingText extends String {
  reads = 0;
  override charCodeAt(index: number): number {
    this.reads++;
    return super.charCodeAt(index);
  }
}

/** Characters read by `run` on `unit` repeated to about `length`. */
export function readsOn(unit: string, length: number, run: (text: string) => unknown): number {
  const text = new CountingText(unit.repeat(Math.ceil(length / unit.length)));
  run(text as unknown as string);
  return text.reads;
}

/** Texts on which a careless scanner does more than linear work. */
export const HOSTILE = [
  '.',
  '-',
  '—',
  '7',
  '7,',
  '7-',
  ' ',
  '\n',
  '\r',
  'a',
  'A',
  '. ',
  '. — ',
  'Mr. ',
  'A. ',
  '?!',
  '.)',
  '."',
  ': ',
  'HOST ',
  'HOST: ',
  '1) a ',
  '• ',
  '😂',
  '😂 ',
  '中',
  '。',
  '… ',
  'xx.Yy',
  '- a\n',
  'a\n',
  ';',
  '"',
  '. ((((((',
  'abc. def ',
  '[1]',
  '.[1]',
  'one ',
  'million ',
  'one hundred and ',
  '1 ',
  '40 to ',
  'March ',
  'March 1 ',
  '2018 to ',
  "'21 ",
  'tens of ',
  'half a ',
  'more than ',
  'between 4 and ',
  'the system covers many people and ',
];
