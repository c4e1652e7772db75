/** Languages by their English names. */
let codes: Map<string, string> | null = null;

/** The code of a language given by its English name in any case, as GDELT and Nexis Uni do; anything else as it stands. */
export function languageCode(value: string): string {
  if (value.length < 4 || value.includes('-')) return value;
  codes ??= languageCodes();
  return codes.get(value.toLowerCase()) ?? value;
}

/** The two-letter codes by the English names of their languages, in lower case. */
function languageCodes(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code)?.toLowerCase();
    // Codes that are out of use have the name of the one that took their place, and may come after it.
    if (name !== undefined && Intl.getCanonicalLocales(code)[0] === code) found.set(name, code);
  }
  return found;
}
