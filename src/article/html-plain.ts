/** The text of a page that is no tree: what stands between the tags. */
import { Tokenizer } from 'htmlparser2';
import { type BlockWriter, blockWriter } from './block-writer.ts';
import { BLOCKS, DROPPED } from './html-tags.ts';

/** The text between the tags of a page, cut at tags of blocks. Keeps no stack, so nesting of any depth is linear. */
export function plainBody(file: string): BlockWriter {
  const writer = blockWriter();
  /** The element whose content is being passed over; ends at its first closing tag. */
  let dropped: string | null = null;
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext(start, end) {
        if (dropped === null) writer.write(file.slice(start, end), start);
      },
      ontextentity(codepoint) {
        if (dropped === null) writer.write(String.fromCodePoint(codepoint), null);
      },
      onopentagname(start, end) {
        const name = file.slice(start, end).toLowerCase();
        if (BLOCKS.has(name)) writer.end('paragraph');
        if (DROPPED.has(name)) dropped ??= name;
      },
      onclosetag(start, end) {
        const name = file.slice(start, end).toLowerCase();
        if (name === dropped) dropped = null;
        else if (BLOCKS.has(name)) writer.end('paragraph');
      },
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(file);
  tokenizer.end();
  writer.end('paragraph');
  return writer;
}
