/**
 * How far a rounded number may be from the true one. A writer who rounds names the nearest number of the
 * grain used: tens for "fifty", dozens for "two dozen"; so half a grain either way is what "about 50" allows
 * (45 to 55), and ten percent where that is more ("about 200": 180 to 220; "about 28": 25.2 to 30.8).
 */
export function tolerance(value: number, dozen: boolean): number {
  const size = Math.abs(value);
  const tenth = size / 10;
  if (dozen) return size >= 24 ? Math.max(tenth, 4) : Math.max(tenth, 2);
  return size >= 20 && size % 10 === 0 ? Math.max(tenth, 5) : tenth;
}

/** Smallest whole number above, or the number itself where parts count (shares, money, "1.5"). */
export function justAbove(value: number, whole: boolean): number {
  return whole ? Math.floor(value) + 1 : value;
}

/** Largest whole number below, or the number itself where parts count. */
export function justBelow(value: number, whole: boolean): number {
  return whole ? Math.ceil(value) - 1 : value;
}
