/**
 * Abbreviations that end in a full stop, by how they behave before a capital letter. Keys are in lower case and
 * without the last full stop; inner ones are kept ("u.s", "p.m").
 */

/**
 * never: the sentence goes on. title: a name follows, unless it is a pronoun or an article. starter: the sentence
 * ends if the next word is one that starts sentences ("Inc. The"). number: goes on before a digit, otherwise an
 * ordinary word. time: "p.m.". end: ends before any capital ("etc.").
 */
export type Abbreviation = 'never' | 'title' | 'starter' | 'number' | 'time' | 'end';

const LISTS: Record<Abbreviation, string> = {
  never: 'e.g i.e eg ie cf viz vs v ibid op cit incl excl resp approx ca c',
  title:
    'mr mrs ms mx dr prof st ste mt ft gen sen rep gov lt col capt cpt cmdr sgt rev hon pres messrs mme mlle sr.dr supt insp fr sra sir amb asst assoc',
  starter:
    'inc ltd co corp bros llc plc gmbh jr sr ave blvd rd hwy dept dept govt gov.t univ inst assn est al ed eds trans al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sec secs para ch chap vol vols ep eps tel ext pp par adm min max avg intl natl ph.d m.d b.a m.a u.s u.k u.n e.u u.s.a p.r.c d.c l.a n.y h.k k r.i.p a.d b.c a.k.a',
  number: 'no nos n° nr p pg art arts fig figs sat sun app ver rev',
  time: 'a.m p.m am pm',
  end: 'etc yrs hrs ad lib pct',
};

const TABLE: ReadonlyMap<string, Abbreviation> = new Map(
  (Object.entries(LISTS) as [Abbreviation, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, Abbreviation] => [word, kind]),
  ),
);

/** How the word before a full stop behaves as an abbreviation; null when it is none. */
export function abbreviation(word: string): Abbreviation | null {
  const known = TABLE.get(word.toLowerCase());
  if (known) return known;
  // letters parted by full stops: an acronym
  return word.includes('.') && /^(?:\p{L}\.){1,7}\p{L}$/u.test(word) ? 'starter' : null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Words that begin sentences far more often than they follow an abbreviation as part of a name. */
export const STARTERS = words(
  'the a an it its he his she her they their we our you your i my this that these those there here but and or so yet nor in on at ' +
    'as for from with by to of if when while although though because since after before during until under over what who how why where ' +
    'which however moreover meanwhile instead still then thus therefore not no yes now also even once each every some many most ' +
    'all both such one two let nobody everyone nothing only perhaps maybe again later today another other neither either is are was were do does did can could would should has have had',
);
/** The few of them that never follow a title. */
export const AFTER_TITLE = words('the it he she they we this that these those there but however his her their when if');

/** Verbs that tell who spoke. */
export const REPORTING =
  'said|says|asked|asks|told|tells|wrote|writes|added|adds|replied|replies|insisted|insists|argued|argues|claimed|claims|noted|notes|' +
  'explained|explains|answered|answers|warned|warns|joked|shouted|cried|continued|observed|recalled|reads|read';
