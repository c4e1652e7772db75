/** JSON as it is found in files. */

/**
 * The value of a file of JSON, with or without a mark before it; undefined when it holds none. Where it is broken by what
 * GDELT's API lets into titles, these are mended: control characters count as spaces, and a backslash before what needs
 * none is left out. Linear.
 */
export function jsonValue(json: string): unknown {
  const text = json.startsWith('\ufeff') ? json.slice(1) : json;
  const value = parsed(text);
  return value === undefined ? parsed(mended(text)) : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mended(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u001f]|\\u[\da-fA-F]{4}|\\["\\/bfnrt]|\\/g, (one) => {
    if (one === '\\') return '';
    return one.length === 1 ? ' ' : one;
  });
}
