/** Text for comments on GitHub and GitLab. Linear in its input. */
import { forMarkdown } from './escape.ts';

/**
 * As `forMarkdown`, and also without what these sites make of text after it was rendered, when an escaped character is
 * like any other: mentions, which ping people, addresses, and numbers of issues. A space of no width parts each.
 */
export function forComment(text: string): string {
  return forMarkdown(text)
    .replaceAll('&#64;', '@&#8203;')
    .replace(/(https?|ftp)&#58;/gi, '$1&#8203;&#58;')
    .replace(/(www)(?:&#46;|\.)/gi, '$1&#8203;&#46;')
    .replace(/\\([#!])(?=\d)/g, '\\$1&#8203;');
}
