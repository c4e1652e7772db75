/** The parts of the report in their order. */
import type { Context, Section } from '../context.ts';
import { cautionsSection } from './cautions.ts';
import { changesSection } from './changes.ts';
import { comparisonsSection } from './comparisons.ts';
import { examplesSection } from './examples.ts';
import { flowSection } from './flow.ts';
import { framingSection } from './framing.ts';
import { groupsSection } from './groups.ts';
import { citingSection, methodsSection, referencesSection } from './methods.ts';
import { labelsSection, misreportsSection } from './over-time.ts';
import { correctionsSection, reliabilitySection } from './quality.ts';
import { datesSection, syndicationSection } from './sensitivity.ts';
import { summarySection } from './summary.ts';

/** All parts; where no article can be counted, those alone that state no share. */
export function sectionsOf(context: Context): Section[] {
  const counted = [
    framingSection,
    labelsSection,
    misreportsSection,
    changesSection,
    groupsSection,
    comparisonsSection,
    examplesSection,
    datesSection,
    syndicationSection,
  ];
  return [
    summarySection,
    flowSection,
    ...(context.studied ? counted : []),
    reliabilitySection,
    ...(context.studied ? [correctionsSection] : []),
    cautionsSection,
    methodsSection,
    // Of a study of nothing there is nothing to cite.
    ...(context.studied ? [citingSection] : []),
    referencesSection,
  ].map((section) => section(context));
}
