/** What the parts of a report are made from. */
import type { Figure, LeftOut } from '../figures/figure.ts';
import type { View } from '../figures/view.ts';
import type { StudyResult } from '../model.ts';
import type { Html } from './html.ts';

export interface Context {
  view: View;
  result: StudyResult;
  figures: Map<string, Figure & { number: number }>;
  /** Of figures that are not there, why. */
  leftOut: Map<string, LeftOut>;
  /** Whether any article can be counted; without, no part states a figure. */
  studied: boolean;
}

/** A part of the report: an id for links, a title, and its contents; none where it has nothing to say. */
export interface Section {
  id: string;
  title: string;
  body: Html;
}
