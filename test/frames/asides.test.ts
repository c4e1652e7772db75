/** Sentences of an article on the system that say nothing of it: they add no frame, alone or together. */
import { describe, expect, it } from 'vitest';
import { shown } from './base.ts';

/** Each has words that are signs of a frame elsewhere. */
const ASIDES = [
  'The lights in the auditorium were dimmed, and the chair cleared her throat.',
  'Our guide, who collects stamps, had waited at the gate since seven.',
  'A choir from the music school sang three songs before the speeches.',
  'The essay was written on a ferry between two islands.',
  'Those who registered late were given folding chairs.',
  'The interview lasted an hour and was cut to fit this page.',
  'Her office looks on to a courtyard with two plum trees.',
  'He declined to give his age and asked for more tea.',
  'The statistics office moved into its new tower in June.',
  'Our next issue will be devoted to rivers.',
  'Nine of the eleven speakers were women.',
  "The ambassador's remarks were brief, and dinner was served at once.",
  'A photo essay on the harbour accompanies this article online.',
  'The cameraman had caught a cold and went to bed early.',
  'A security guard watched football on a small screen behind the counter.',
  'The janitor had lost the key, so the recording was made in the corridor.',
  'You will find the data and the code in the appendix.',
  'We followed the river on foot as far as the lock.',
  "Somebody's phone rang, and the speaker waited with a smile.",
  'A spokeswoman read from a sheet of paper and took no questions.',
  'The computers in the press room were slow that day.',
  'The drawings were made with a pencil and not with a computer.',
  'I had last seen him at a film premiere in Warsaw.',
  'Her thriller about a lighthouse keeper won a prize in Oslo.',
  'The party ended at ten because the neighbours had to get up early.',
  'The deputy minister came with an interpreter and two aides.',
  'A member of parliament sat in the front row with her notes.',
  'The police officer at the door saluted the professor by mistake.',
  'Our request was politely declined.',
  'No photographs were allowed in the old temple.',
  'He could not come because his train was cancelled.',
  'My seat was next to the emergency exit.',
  'The cafe had closed, and we were turned out into the rain.',
  'The prize was refused by its first winner in 1974.',
  'A fine rain fell on the square all afternoon.',
  'The museum shop does not take cards, and I had no cash.',
  'The university paid for the room, and the students brought cakes.',
  'A bank holiday fell in the middle of the conference.',
  'The author owes much to her first teacher, a botanist.',
  'The volume costs forty euros and can be borrowed from most libraries.',
  'It was an honest attempt at a difficult subject.',
  'I trust that readers will forgive a short digression.',
  'The printing firm delivered the programmes a day late.',
  'A restaurant across the street had put its tables outside.',
  'The company doctor looked at his knee and told him to rest.',
  'The seminar moved from one city to the next, with two days in each.',
  'We visited five towns and a monastery.',
  'The pilot of our small plane pointed out the dam.',
  'Two versions of the poster exist, one green and one blue.',
  'A local paper printed a photograph of the delegation.',
  'It turned out to be the wrong room, and everybody moved upstairs.',
  'The reporter who sat next to me was knitting.',
  'The story of the bridge is told in another chapter.',
  'The weather was better than last year, much like that in Italy.',
  'The hotel was not unlike the one we had stayed at in Denver.',
  'After the talk she flew to Canada to see her sister.',
  'A Japanese translation will be published in Osaka next year.',
  'The visitors went on to Athens and Istanbul.',
  'People in the queue seemed to be in a good mood.',
  'The fish soup is popular with students and with sailors.',
  'The match ended without a score, and the crowd went home.',
  'The first point on the agenda took up most of the morning.',
];

const OPENING = "The State Council discussed China's social credit system on Tuesday.";
const FRAMED = 'Under social credit every Chinese citizen has a score, and low scorers may not board a train.';

describe('a sentence that says nothing of the system', () => {
  it('adds no frame to an article that has none', () => {
    expect(shown(OPENING)).toEqual([]);
    expect(ASIDES.filter((text) => shown(`${OPENING} ${text}`).length > 0)).toEqual([]);
  });

  it('adds none to an article that has some', () => {
    const own = shown(FRAMED);
    expect(own).toEqual(['score', 'punishment']);
    expect(ASIDES.filter((text) => shown(`${FRAMED} ${text}`).join() !== own.join())).toEqual([]);
  });

  it('adds none in company, but in one case of twenty-one at most', () => {
    const threes = ASIDES.flatMap((_, i) => (i % 3 === 0 ? [ASIDES.slice(i, i + 3).join(' ')] : []));
    expect(threes.filter((text) => shown(`${OPENING} ${text}`).length > 0).length).toBeLessThanOrEqual(1);
  });
});
