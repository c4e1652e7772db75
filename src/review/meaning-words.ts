/** Words that decide whether two claims say the same. Lower case; stems where the reader compares stems. */

/** Words that carry no meaning of their own: a claim may gain, lose and exchange them. */
export const EMPTY = words(
  `a an the this that these those it its they their them he she his her who whom whose which what there here
  of in on at by for to from with within into onto over under about across through during as than then so
  and or but if while when where because since also too very just even now today currently already still yet
  is are am was were be been being has have had having do does did doing done get gets got gotten getting
  can could you your yours one ones we us our i me my myself yourself
  'd 's as well indeed really actually simply basically effectively essentially itself themselves
  say says said saying according report reports reported claim claims claimed call called so-called known`,
);

/** Words that deny; their number matters. */
export const DENIES = words('not no never none nobody nothing neither nor without hardly scarcely barely cannot');

/** Words of quantity that are no numbers; which kinds a claim has matters. */
export const QUANTIFIERS = classes({
  all: 'all every each everyone everybody everything everywhere any anyone anybody whole entire',
  most: 'most mostly majority largely',
  many: 'many numerous countless lots',
  some: 'some several certain few partly sometimes somebody someone',
  only: 'only solely exclusively merely alone',
  always: 'always invariably constantly',
  often: 'often usually frequently generally regularly normally',
  rarely: 'rarely seldom occasionally',
});

/** Words that say whether something is so, will be, may be or must be. */
export const MODALS = classes({
  will: 'will would shall plans plan planned planning intends intend aims aim going soon eventually',
  may: 'may might possibly perhaps maybe potentially allegedly reportedly supposedly',
  must: 'must should required obliged ought',
});

/**
 * Words that one may stand for another without a change of the claim, as people reword drafts on this subject. Of those
 * that name who is meant, no two that the facts tell apart (people and companies, state and city) are of one kind.
 */
export const SAME = classes({
  person: 'person people citizen individual resident inhabitant human men women man woman',
  company: 'company firm business enterprise corporation',
  state: 'state government authorities authority officials official',
  china: 'china chinese prc nationwide national nationally country nation',
  city: 'city town municipality municipal',
  give: 'give given gives gave assign allot receive carry hold award issue grant',
  score: 'score rating grade mark rate rank',
  scheme: 'scheme system programme program project',
  ban: 'ban bar forbid prohibit block stop prevent keep exclude',
  list: 'list blacklist roster',
  plane: 'plane flight fly flying airplane aeroplane air',
  train: 'train rail railway',
  use: 'use employ apply',
  make: 'make create build set establish introduce launch',
  begin: 'begin start commence',
  watch: 'watch monitor track surveil follow',
  big: 'big large great huge vast',
  private: 'private commercial',
  one: 'single one unified uniform',
});

/** Kinds that name who or what is meant: a claim that gains or loses one of them is another. */
export const WHO: ReadonlySet<string> = new Set(['person', 'company', 'state', 'city']);

/** Words that stand in every draft on the subject, so that they say nothing of the place; as `SAME` and the stemmer leave them. */
export const SUBJECT: ReadonlySet<string> = new Set(['social', 'credit', 'china', 'scheme', 'score']);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** The kind of each word. */
function classes(kinds: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).flatMap(([kind, list]) => list.split(/\s+/).map((word): [string, string] => [word, kind])),
  );
}
