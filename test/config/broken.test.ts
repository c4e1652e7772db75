/** A table of what can be wrong with a configuration: one line each. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineFor, lineOf, tree } from './files.ts';

const JSON_FILE = 'scscheck.config.json';
const NO_JSON = 'JSON has no comments and no last comma; YAML is read too, from scscheck.config.yaml';

describe('JSON', () => {
  test.each([
    ['', 'is empty (write {} for a configuration that states nothing)'],
    [' \n\t', 'is empty (write {} for a configuration that states nothing)'],
    ['[]', ':1: a configuration must be a mapping of keys to values, not an empty list'],
    ['"x"', ':1: a configuration must be a mapping of keys to values, not "x"'],
    ['null', ':1: a configuration must be a mapping of keys to values, not null'],
    ['{\n"failOn": "never",\n}', `:3: a comma before } (${NO_JSON})`],
    ['{"include": [\n"a",\n]}', `:3: a comma before ] (${NO_JSON})`],
    ['{\n// mine\n"failOn": "never"}', `:2: a comment, which JSON does not have (${NO_JSON})`],
    ["{\n'failOn': 'never'}", `:2: a text in single quotation marks; JSON has double ones (${NO_JSON})`],
    ['{\nfailOn: "never"}', `:2: a key in double quotation marks is missing before failOn (${NO_JSON})`],
    ['{"failOn": "never"\n"quoted": "note"}', `:2: a comma is missing before "quoted" (${NO_JSON})`],
    ['{"failOn"\n"never"}', `:2: a colon is missing before "never" (${NO_JSON})`],
    ['{"failOn":\n}', `:2: } is not JSON here (${NO_JSON})`],
    ['{"minConfidence": .5}', `:1: .5 is not JSON here (${NO_JSON})`],
    ['{"failOn": "never"', `:1: ends too soon (${NO_JSON})`],
    ['{"failOn": \n"never}', `:2: a text that begins here has no end (${NO_JSON})`],
    ['{}\n{}', `:2: { is not JSON here (${NO_JSON})`],
    ['{"include": ["a"}', `:1: } is not JSON here (${NO_JSON})`],
    ['{\n"failOn": "never",\n"failOn": "never"}', ':3: key "failOn" stands twice (the first is on line 2)'],
    ['{"facts": {\n"off": [],\n"\\u006fff": []}}', ':3: key "off" stands twice (the first is on line 2)'],
  ])('%j', async (text, line) => {
    expect(await lineFor(text)).toBe(`${JSON_FILE}${line.startsWith(':') ? '' : ': '}${line}`);
  });

  test('in UTF-16', async () => {
    expect(await lineFor(Buffer.from('\ufeff{}', 'utf16le'))).toBe(`${JSON_FILE}: is not in UTF-8 (save it as UTF-8)`);
  });

  test('with a byte order mark is read', async () => {
    expect(await lineFor('\ufeff{"failOn": "never"}')).toBe('no error');
    expect(await lineFor('\ufefffailOn: never', 'scscheck.config.yaml')).toBe('no error');
  });
});

describe('keys and values', () => {
  test.each([
    ['{\n"failon": "never"}', ':2: unknown key "failon" (did you mean "failOn"?)'],
    [
      '{"severity":\n{\n"contradict": "error"}}',
      ':3: unknown key "contradict" in "severity" (did you mean "contradicted"?)',
    ],
    [
      '{"overrides": [{"files": ["a"]},\n{"files": ["b"], "facts": {\n"of": []}}]}',
      ':3: unknown key "of" in "overrides[1].facts" (did you mean "off"?)',
    ],
    [
      '{"overrides": [{"files": ["a"],\n"baseline": "x"}]}',
      ':2: unknown key "baseline" in "overrides[0]" (known: files, failOn, minConfidence, severity, quoted, suppressions, facts)',
    ],
    ['{"__proto__": {}}', expect.stringMatching(/^:1: unknown key "__proto__" \(known: /)],
    ['{"constructor": {}}', expect.stringMatching(/^:1: unknown key "constructor" \(/)],
    ['{"a\\u001b[31m\\n": 1}', expect.stringMatching(/^:1: unknown key "a\\u001b\[31m\\n" \(known: /)],
    [
      '{"failOn":\n"contradict"}',
      ':2: "failOn" must be one of contradicted, unverified, supported, never, not "contradict" (did you mean "contradicted"?)',
    ],
    ['{"failOn": "x"}', ':1: "failOn" must be one of contradicted, unverified, supported, never, not "x"'],
    ['{"failOn": null}', ':1: "failOn" must be one of contradicted, unverified, supported, never, not null'],
    ['{"minConfidence": 90}', ':1: "minConfidence" must be a number from 0 to 1, not 90'],
    ['{"minConfidence": -1}', ':1: "minConfidence" must be a number from 0 to 1, not -1'],
    ['{"minConfidence": "0.5"}', ':1: "minConfidence" must be a number from 0 to 1, not "0.5"'],
    ['{"include": "a.md"}', ':1: "include" must be a list, not "a.md"'],
    ['{"include": []}', ':1: "include" must be a list with at least one item, not an empty list'],
    ['{"include": ["a",\n3]}', ':2: "include[1]" must be a text, not 3'],
    ['{"baseline": ""}', ':1: "baseline" must be a text that is not empty, not ""'],
    ['{"facts": ["x"]}', ':1: "facts" must be a mapping of keys to values, not a list of 1'],
    ['{"suppressions": {"requireReason": "no"}}', ':1: "suppressions.requireReason" must be true or false, not "no"'],
    ['{"overrides": [\n{"failOn": "never"}]}', ':2: "overrides[0].files" is missing'],
    ['{"reports": [\n{"output": "x"}]}', ':2: "reports[0].format" is missing'],
    [
      '{"reports": [{"format": "human"},\n{"format": "json"}]}',
      ':2: two reports for standard output (give each an "output" of its own)',
    ],
    [
      '{"failOn": "no",\n"b": 1,\n"quoted": "no"}',
      ':1: "failOn" must be one of contradicted, unverified, supported, never, not "no"; and 2 more problems',
    ],
    [
      '{"severity": {"x": 1},\n"quoted": "no"}',
      ':1: unknown key "x" in "severity"; and 1 more problem (known: contradicted, unverified, supported)',
    ],
  ])('%j', async (text, line) => {
    const said = (await lineFor(text)).slice(JSON_FILE.length);
    expect(said).toEqual(line);
  });

  test('a long value is shown in part', async () => {
    const line = await lineFor(JSON.stringify({ quoted: 'x'.repeat(10_000) }));
    expect(line.length).toBeLessThan(200);
  });
});

describe('YAML', () => {
  test.each([
    ['', 'is empty (state a key, or remove the file)'],
    ['# nothing yet\n', 'is empty (state a key, or remove the file)'],
    ['failOn: never\nfailOn: never\n', ':2: key "failOn" stands twice (the first is on line 1)'],
    ['failOn: [\n', expect.stringMatching(/^:\d: is no YAML: /)],
    ['a: *x\n', expect.stringMatching(/^:1: is no YAML: /)],
    ['--- \nfailOn: never\n---\nfailOn: never', expect.stringMatching(/^:\d: is no YAML: /)],
    ['# first\nfial0n: never', ':2: unknown key "fial0n" (did you mean "failOn"?)'],
    ['overrides:\n  - files: [a]\n    severity:\n      unverified: loud\n', expect.stringMatching(/^:4: "overrides/)],
    ['minConfidence:\n  0.5\ninclude:\n  - x\n  - 7', ':5: "include[1]" must be a text, not 7'],
    ['<<: {failOn: never}', expect.stringMatching(/^:1: unknown key "<<"/)],
  ])('%j', async (text, line) => {
    const said = await lineFor(text, 'scscheck.config.yaml');
    const after = said.slice('scscheck.config.yaml'.length);
    expect(after.startsWith(': ') ? after.slice(2) : after).toEqual(line);
  });
});

describe('package.json', () => {
  test('has lines of its own, and no problems but those of its key', async () => {
    const root = tree({ 'package.json': '{"name": "a",\n"name": "b",\n"scscheck": {\n"failOn": "no", "q": 1}}' });
    expect(await lineOf(root)).toMatch(/^package\.json:4: "failOn" must be .*; and 1 more problem$/);
  });

  test('with the key twice', async () => {
    const root = tree({ 'package.json': '{"scscheck": {},\n"scscheck": {}}' });
    expect(await lineOf(root)).toBe('package.json:2: key "scscheck" stands twice (the first is on line 1)');
  });

  test('with a key that is no mapping', async () => {
    const root = tree({ 'package.json': '{"scscheck": "^1.0.0"}' });
    expect(await lineOf(root)).toBe(
      'package.json:1: a configuration must be a mapping of keys to values, not "^1.0.0"',
    );
  });

  test('is read as it is when it is asked for', async () => {
    const root = tree({ 'a/package.json': '{"scscheck": {', 'b/package.json': '{"name": "b"}' });
    expect(await lineOf(root, 'a/package.json')).toBe(`a/package.json:1: ends too soon (${NO_JSON})`);
    expect(await lineOf(root, 'b/package.json')).toBe(
      'b/package.json: has no key "scscheck" (add it, or name another file)',
    );
    expect(await lineOf(join(root, 'a'))).toBe('no error');
  });
});

describe('a file that is named', () => {
  test('and is not there, or is a folder', async () => {
    const root = tree({ 'a/x.md': '' });
    expect(await lineOf(root, 'my.json')).toBe('my.json: there is no such configuration file (check the path)');
    expect(await lineOf(root, 'a/x.md/y')).toBe('a/x.md/y: there is no such configuration file (check the path)');
    expect(await lineOf(root, 'a')).toBe('a: is a folder, not a configuration file (name the file in it)');
  });

  test.skipIf(process.getuid?.() === 0)('and may not be read', async () => {
    const root = tree({ [JSON_FILE]: '{}' });
    chmodSync(join(root, JSON_FILE), 0);
    expect(await lineOf(root)).toBe(`${JSON_FILE}: cannot be read: permission denied (check who may read it)`);
  });

  test('and has no end', async () => {
    expect(await lineOf('/', '/dev/zero')).toBe('/dev/zero: is larger than 1 MB (a configuration is far smaller)');
  });
});

describe('hostile files are refused in a moment', () => {
  const MANY = 120_000;
  const nested = 'is nested too deeply';
  test.each([
    ['lists in lists', 'json', '['.repeat(MANY), nested],
    ['mappings in mappings', 'json', '{"a":'.repeat(MANY), nested],
    ['a text without end', 'json', `{"a": "${'\\\\'.repeat(MANY)}`, 'has no end'],
    ['a long text', 'json', `{"${'a'.repeat(MANY * 8)}": 1}`, 'unknown key'],
    ['many keys', 'json', `{${Array.from({ length: 80_000 }, (_, i) => `"k${i}":1`).join(',')}}`, 'and 79999 more'],
    ['lists in lists', 'yaml', '['.repeat(MANY), nested],
    ['items in items', 'yaml', '- '.repeat(MANY), nested],
    ['many words', 'yaml', 'a '.repeat(MANY), 'mapping of keys'],
    [
      'aliases that grow',
      'yaml',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((k, i) => `${k}: &${k} [${`*${'abcdefghij'[i]},`.repeat(9)}]`).join('\n')}`,
      'alias',
    ],
  ])('%s, as %s', async (_what, kind, text, said) => {
    expect(await lineFor(text, `scscheck.config.${kind}`)).toContain(said);
  });
});
