/** Articles long enough to be judged by the gate, one about the system and one about something else. */

export const ABOUT_SCORES = `The ministry said on Monday that the social credit system would be extended to three more
provinces. Nobody there has a score, an official said, and the blacklist is for people who can pay a court-ordered debt
and have not. A shopkeeper who was asked about it shrugged and said she had never heard of such a thing in her street.
Her son, a student of law, had: he had written his thesis on it, and it had taken him two years to find out that every
town kept its own rules. The paper asked four towns for theirs. Two sent them within a week, one sent a brochure on
waste, and one did not answer at all. The rules that came were short, dull and careful, he said, and most of them were
about firms that sell food. A reader may find that a relief or a disappointment, and the paper does not say which.`;

export const ABOUT_ROADS = `The council voted on Tuesday to widen the road along the river by two metres, after a debate that
lasted until midnight. Shopkeepers fear for their trees, cyclists hope for a lane of their own, and the mayor wants both.
The works are to begin in spring and to take no longer than a year, weather and money permitting. Money is the weaker
point of the two: the town has had to borrow twice since the bridge was closed, and the bank has become polite, which is
a bad sign. An old plan to lead the lorries around the hill came up again and was voted down again, by the same people
and with the same words. At the end of the evening the oldest member of the council thanked everybody for their patience
and reminded them that the road had been widened three times in her life, and that each time it was for the last time.`;
