/** Tells what reports somebody's words: what is reported is not ours to reword. */
import { BREAK, type Token } from '../detect/tokens.ts';
import { finiteVerbs, isDeterminer } from '../detect/verbs.ts';
import { isOfClass } from '../detect/words.ts';
import type { Surroundings } from './surroundings.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Forms that hardly ever do anything but report; "state", "note", "report" and "find" do much else here. */
const REPORTS = set(
  'says said saying claim claims claimed claiming argue argues argued arguing writes wrote tell tells telling noted warn warns insist insists insisted insisting believe believes believed maintain maintains maintained contends contended assert asserts asserted alleges alleged explained reply replies replied retort retorted retorts concedes conceded admits admitted acknowledges acknowledged swear swears swore sworn reckon reckons reckoned reported reportedly remarks remarked preached deduced deduces predicts predicted think thinks complains complained boasts boasted recalls recalled stresses stressed testifies testified quips quipped jokes joked heard hear learn learned learnt protests protested guess guesses objects objected cautions cautioned mutter mutters muttered shrugs shrugged opines opined posits tweets tweeted whispers whispered grumbles grumbled laments lamented sneers sniffs sniffed snorts snorted thunders gripes gushes gushed surmises attests supposedly allegedly purportedly rumour rumoured rumored advertised advertises crows crowed purrs purred sighs sighed dissented recited deplore deplores taught proclaims quoting fancies calculates',
);
/** Forms that report beside a claim, and within one may be what it is about: papers that paint, cities that add rules. */
const REPORTS_BESIDE = set(
  'announces announced announcing declares declared promises promised stated describes described defines deemed deems asserting adds added adding submitted disclosed informs informed portrays portrayed depicts paints imagines pretends calls dubs likens reminded concluded concludes write writing suggests suggested assures assured reveals revealed repeats repeated warned warning',
);
const PAIRS = set(
  'according-to you-believe you-ask so-they her-account his-account their-account her-telling his-telling he-holds she-holds we-read answers-the answered-the the-pamphlet the-leaflet the-brochure the-report the-newsletter put-it puts-it view-that opinion-that convinced-that impression-that it-that down-as argument-goes story-goes theory-goes he-goes she-goes argument-runs motion-reads i-buy have-it line-goes begs-to beg-to goes-further dares-more',
);
/** What is read or listened to, and who is: a claim that begins with one tells of what it says. */
const SPEAKERS = set(
  'chapter guide leaflet brochure slide page deck memo primer newsletter column author uncle aunt cousin colleague neighbour panellist spokesman spokeswoman envoy professor rival reader blogger columnist lecturer consul poster pamphlet book thesis speaker textbook podcast editorial headline almanac website words opinion guest host version',
);
const OTHERS = set('another other others one second third fourth');
/** Before "say", these make it something that one has; before "told", an order that one is given. */
const HAVING = set('no a any some the their its final own little much of');
const BEING = set('was were being been');
/** What a number is put at. */
const NUMERIC = /^(?:\d|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)/;
/** A label behind which the writer speaks. */
const OWN = set(
  'fact facts correction erratum record doubt completeness point points example line rule news note myth',
);
/** How far into a claim its subject is looked for, in words. */
const SUBJECT = 4;
/** Longest chunk between commas that reports and does nothing else, in words. */
const ASIDE = 6;

/** Whether the claim tells what somebody says, by its own words or by those beside it in the sentence. */
export function isTold(claim: readonly Token[], { before, lead, tail }: Surroundings): boolean {
  const beside = [...lead, ...tail];
  if (reports(claim) || tellsOfSpeaker(claim) || reports(lead) || reports(tail) || isInverted(tail, 0)) return true;
  if (beside.some(({ norm }) => REPORTS_BESIDE.has(norm))) return true;
  return before.endsWith(':') && isSpeaker(lead);
}

function reports(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ norm, before }, i) =>
      REPORTS.has(norm) ||
      (norm === 'say' && !HAVING.has(tokens[i - 1]?.norm ?? '')) ||
      (norm === 'told' && (!BEING.has(tokens[i - 1]?.norm ?? '') || tokens[i + 1]?.norm === 'that')) ||
      (i > 0 && PAIRS.has(`${tokens[i - 1]!.norm}-${norm}`)) ||
      (i > 0 && before === BREAK.comma && isInverted(tokens, i)),
  );
}

/** "The guide puts them at nine", "another that …". */
function tellsOfSpeaker(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens.map(({ norm }) => norm);
  if (second === 'that' ? OTHERS.has(first!) : third === 'that' && OTHERS.has(second!)) return true;
  if (tokens.slice(0, SUBJECT).some(({ norm }) => SPEAKERS.has(norm))) return true;
  const put = tokens.findIndex(({ norm }) => norm === 'put' || norm === 'puts');
  return (
    put >= 0 && tokens.slice(put).some(({ norm }, i, rest) => norm === 'at' && NUMERIC.test(rest[i + 1]?.norm ?? ''))
  );
}

/** "The bank teller:", "From the stage:", "Per outside counsel:": a label that names who speaks. */
function isSpeaker(lead: Token[]): boolean {
  if (lead.length < 2 || lead.some(({ norm }) => OWN.has(norm))) return false;
  if (lead.some(({ norm }) => SPEAKERS.has(norm))) return true;
  const [{ norm }] = lead as [Token];
  return (isDeterminer(norm) || norm === 'from' || norm === 'per') && !finiteVerbs(lead).some(Boolean);
}

/** "…, smiles the envoy": a verb before its subject, between commas or at the end. */
function isInverted(tokens: readonly Token[], i: number): boolean {
  const [verb, next] = [tokens[i], tokens[i + 1]];
  if (!verb || !next || next.before > BREAK.none) return false;
  if (!isOfClass(verb.norm, 'present') && !isOfClass(verb.norm, 'past')) return false;
  if (!isDeterminer(next.norm) && !next.capital) return false;
  let end = i + 1;
  while (end < tokens.length && tokens[end]!.before < BREAK.comma) end++;
  return end - i <= ASIDE;
}
