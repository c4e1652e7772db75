/** What is asked for, and what of it is taken. */

/** What a fetch is for: an article; anything that may hold or list articles; the rules of a site. */
export type Wanted = 'page' | 'any' | 'robots';

interface Kind {
  accept: string;
  takes(type: string): boolean;
}

const ARTICLES = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

export const KINDS: Record<Wanted, Kind> = {
  page: {
    accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, application/pdf;q=0.8, */*;q=0.1',
    takes: (type) => ARTICLES.has(type),
  },
  any: {
    accept: 'text/html, application/xhtml+xml, application/xml, application/json, text/*;q=0.9, */*;q=0.8',
    // Lists, archives and documents come under many names; what can be none of them is turned away.
    takes: (type) => !/^(?:image|audio|video|font|model|multipart|message)\//.test(type),
  },
  robots: { accept: 'text/plain, */*;q=0.5', takes: () => true },
};

/** The type in a `Content-Type` header in lower case, without parameters; '' when there is none. */
export function mediaType(header: string | null): string {
  return /^\s*([^;,\s]*)/.exec(header ?? '')![1]!.toLowerCase();
}
