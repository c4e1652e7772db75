/** A work that is cited. */
export interface Reference {
  authors: string;
  year: number;
  title: string;
  /** Journal, volume, pages; or publisher. */
  where: string;
}
