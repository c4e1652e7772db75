/** Templates of what stands around claims in a feature on the subject, and of what a draft has besides prose. */

/** Sentences near the subject that claim nothing about it: scene, people, places, what was asked. */
export const AROUND: readonly string[] = [
  'the office in {city} is on the third floor of what used to be a cinema.',
  'Mr. {initial}., who runs a noodle shop in {city}, had {small} minutes for us and used them to talk about rent.',
  'we asked {residents} in {city} and in {city} what they knew, and {tens} of them answered.',
  'a court in {city} heard {tens} cases about unpaid bills that {weekday}.',
  'the official who received us poured tea, showed slides for {tens} minutes and took no questions.',
  '“Ask me again in a year,” {said} a bank clerk in {city}.',
  'China has changed a good deal since {past}, and so has the way that foreigners write about it.',
  'it took {small} telephone calls to Beijing before somebody would talk about the matter at all.',
  'a law student from {city} translated for us; her own interest, she said, was in contracts.',
  'the company, a maker of {goods} with {tens}0 workers, had lost a lawsuit in {past}.',
  'his sister left for {country} in {past} and has not been back to China since.',
  'the regulator published a draft in {month} and gave the public {tens} days to comment.',
  'outside, the loudspeakers of {city} played a song about honesty and good manners.',
  'the word that officials use can mean trust, honesty or the keeping of promises.',
  'the shelf behind Professor {initial}. holds {tens} volumes of local rules, most of them repealed.',
  'nobody at the ministry wished to be quoted by name.',
  'reporters from {country} had been there before us and had left disappointed.',
  'the lenders whom we spoke to in {city} cared about one thing: whether the money comes back.',
];

export const HEADLINES: readonly string[] = [
  'what {residents} in {city} make of social credit',
  'inside China’s social credit system',
  'social credit: what we were told in {city}',
  'the list, the court and the noodle shop',
  'trust and its keepers',
];

export const OTHER_HEADLINES: readonly string[] = [
  '{town} waits for its {thing}',
  '{company} {moved} as {weather} keeps buyers away',
  'how {town} lost its {vehicle} factory',
  '{weather} in the {region}',
  'a {season} without {goods}',
  'the {cup} comes home to {town}',
];

export const SECTIONS: readonly string[] = [
  'How it began',
  'What people say',
  'The figures',
  'A second look',
  'What comes next',
  'In the small print',
  'Two days in {town}',
  'The other side',
  'Numbers and what they hide',
];
