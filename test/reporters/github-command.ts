/** How GitHub's runner reads a line of output. */

/** The command of a line as GitHub's runner reads it; null where the line is plain text. */
export function commandOf(line: string): { name: string; properties: Record<string, string>; data: string } | null {
  const trimmed = line.replace(/^[\s\u0085]+/, '');
  if (!trimmed.startsWith('::')) return line.includes('##[') ? { name: '##[', properties: {}, data: '' } : null;
  const end = trimmed.indexOf('::', 2);
  if (end < 0) return null;
  const [, name = '', list = ''] = /^(\S*) ?(.*)$/s.exec(trimmed.slice(2, end)) ?? [];
  const plain = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const pairs = list
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, plain(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))];
    });
  return { name, properties: Object.fromEntries(pairs), data: plain(trimmed.slice(end + 2)) };
}
