/** The claim of the example bank most like a text by its words: what retrieval alone would answer with. */
import { tokenize } from '../detect/tokens.ts';
import { type BankClaim, bankClaims } from './bank.ts';

/** A function that gives the nearest claim of the bank by the cosine of TF-IDF weights of stems; the first of equals. */
export function nearestClaims(): (text: string) => BankClaim {
  const claims = bankClaims();
  const stems = (text: string): Set<string> => new Set(tokenize(text).map((t) => t.stem));
  const documents = claims.map((c) => stems(c.text));
  const counts = new Map<string, number>();
  for (const document of documents) for (const stem of document) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weight = (stem: string): number => Math.log((claims.length + 1) / ((counts.get(stem) ?? 0) + 1));
  const norm = (document: Set<string>): number =>
    Math.sqrt([...document].reduce((sum, stem) => sum + weight(stem) ** 2, 0)) || 1;
  const norms = documents.map(norm);
  return (text) => {
    const words = stems(text);
    let best = 0;
    let top = -1;
    documents.forEach((document, i) => {
      let dot = 0;
      for (const stem of words) if (document.has(stem)) dot += weight(stem) ** 2;
      const likeness = dot / norms[i]!;
      if (likeness > top) [best, top] = [i, likeness];
    });
    return claims[best]!;
  };
}
