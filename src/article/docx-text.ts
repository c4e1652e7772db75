/** The bare text of a part of a DOCX document's tree. */
import { marksIn } from './docx-marks.ts';
import type { DocxNode } from './docx-tree.ts';

/** The text below `node`, with a space for each tab and break, without marks. */
export function textOf(node: DocxNode): string {
  if (node.type === 'text') return unmarked(node.value ?? '');
  return node.type === 'tab' || node.type === 'break' ? ' ' : (node.children ?? []).map(textOf).join('');
}

function unmarked(value: string): string {
  let text = '';
  for (const part of marksIn(value)) if ('text' in part) text += part.text;
  return text;
}
