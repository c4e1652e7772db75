/** A part of the methods. */
import type { ReferenceId } from './references.ts';

export interface MethodPart {
  title: string;
  /** None where the method was not used. */
  sentences: string[];
  references: ReferenceId[];
}

/** A part whose method was not used. */
export const none = (title: string): MethodPart => ({ title, sentences: [], references: [] });
