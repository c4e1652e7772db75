/** Which of the texts that editors have open are checked, and as what. */
import { formatOf } from '../source/formats.ts';

const FORMATS = ['text', 'markdown', 'html', 'asciidoc'] as const;
export type OpenFormat = (typeof FORMATS)[number];

/** Names that editors give to languages: those of the protocol, and those of editors that use their own. */
const BY_LANGUAGE: Record<string, OpenFormat> = {
  plaintext: 'text',
  text: 'text',
  txt: 'text',
  markdown: 'markdown',
  html: 'html',
  asciidoc: 'asciidoc',
  asciidoctor: 'asciidoc',
  adoc: 'asciidoc',
};

/** The format of an open text, by the name of its file where that tells, else by its language; null for any other kind of text. */
export function openFormat(languageId: string, uri: string): OpenFormat | null {
  const named = formatOf(decodable(uri));
  if (named !== null) return FORMATS.find((format) => format === named) ?? null;
  return BY_LANGUAGE[languageId.toLowerCase()] ?? null;
}

function decodable(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
