/** What stands around a claim before and after an edit, each as [before, behind]. */
type Around = readonly [before: string, behind: string];

/** The same place of a draft, edited. */
export const SAME_PLACE: readonly [Around, Around][] = [
  // One neighbour edited.
  [
    [
      'The hall was full that evening. A man from the chamber of commerce took the floor.',
      'Nobody in the room asked how he knew.',
    ],
    [
      'The hall was full that night. A speaker from the chamber of commerce took the floor.',
      'Nobody in the room asked how he knew.',
    ],
  ],
  // One neighbour replaced.
  [
    [
      'Our correspondent spent four weeks on the road with a bus driver.',
      'He laughs when we ask about his own number.',
    ],
    [
      'What do drivers think of all this? One of them shrugs at the wheel.',
      'He laughs when we ask about his own number.',
    ],
  ],
  // A sentence put between.
  [
    ['Two things are told at every conference on the subject.', 'Delegates nod and write it down.'],
    [
      'Two things are told at every conference on the subject. The first is about cameras.',
      'Delegates nod and write it down.',
    ],
  ],
  // The paragraph before it went elsewhere; what follows stayed.
  [
    [
      'The ministry did not answer our letter.',
      'Lawyers we spoke to point to a notice of the court from last spring, which names debtors alone.',
    ],
    [
      'Whoever reads the forums learns of a neighbour who was refused a ticket.',
      'Lawyers we spoke to point to a notice of the court from last spring, which names debtors alone.',
    ],
  ],
  // Both neighbours shortened.
  [
    [
      'In the town of which we write, a board hangs beside the market gate, and a clerk changes it on Mondays.',
      'Old women stop to read it and pass on without a word to the vegetable stalls.',
    ],
    ['In the town of which we write, a board hangs beside the market gate.', 'Old women stop to read it and pass on.'],
  ],
  // Words changed throughout.
  [
    [
      'Campaigners warn of a future in which trust is bought.',
      'Their report, which runs to ninety pages, gives no example.',
    ],
    ['Activists warn of a future where trust gets bought.', 'Their long report gives not a single example.'],
  ],
  // At the end of the file, its only neighbour edited.
  [
    ['We asked the operator of the app for figures and received a brochure.', ''],
    ['We asked the operator of the app for its figures; we received a glossy brochure.', ''],
  ],
  // Moved to the end of its paragraph, the neighbours swapped.
  [
    ['Teachers collect the forms on Friday.', 'Parents sign without reading.'],
    ['Parents sign without reading. Teachers collect the forms on Friday.', ''],
  ],
];

/** Two places of drafts on one subject. */
export const OTHER_PLACE: readonly [Around, Around][] = [
  [
    [
      'The hall was full that evening. A man from the chamber of commerce took the floor.',
      'Nobody in the room asked how he knew.',
    ],
    [
      'Our correspondent spent four weeks on the road with a bus driver.',
      'He laughs when we ask about his own number.',
    ],
  ],
  [
    ['Social credit began as a way to make companies pay their debts.', 'The courts publish lists of debtors.'],
    ['The social credit of a company can be looked up in a register.', 'The register is public and lists fines.'],
  ],
  [
    ['In China, the social credit system is much talked of abroad.', 'Researchers at three universities disagree.'],
    ['Abroad, China’s social credit system stands for surveillance.', 'Few researchers have been to the pilot cities.'],
  ],
  [
    ['The pilot in the port city has a points list of its own.', 'Residents may look up their points at a counter.'],
    ['The pilot cities report to the planning commission each quarter.', 'Residents are not asked.'],
  ],
  [
    ['Whoever is on the blacklist of the courts cannot fly.', 'The railway checks the list when tickets are bought.'],
    ['The tax office keeps a blacklist of its own.', 'Firms on it get fewer contracts from the state.'],
  ],
  [
    ['Many readers wrote to us about the score.', 'We looked for a source and found none.'],
    ['A columnist of this paper wrote about the score last year.', 'We have corrected the column.'],
  ],
  [
    ['Is the system run by computers? Hardly.', 'Clerks type the records in by hand.'],
    ['The ministry speaks of big data.', 'On the ground there are spreadsheets and clerks.'],
  ],
  [
    ['Banks use records of loans, as elsewhere.', 'A central register of loans has existed since 2006.'],
    ['An app of a private company shows a number.', 'Its users opted in.'],
  ],
];
