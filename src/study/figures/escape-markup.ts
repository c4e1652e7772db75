/** Text for HTML and SVG, between tags and in attributes in double quotes alike. */
import { cleanText } from './clean.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** `text` so that nothing in it acts as markup; see `escapeName` for what the corpus calls things. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** A name from the corpus: cleaned and escaped. */
export const escapeName = (text: string): string => escapeMarkup(cleanText(text));
