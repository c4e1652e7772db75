import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordsJson } from '../../words.config.ts';

it('claims/lexicons/words.json is what `npm run words` makes of the installed libraries', () => {
  expect(readFileSync('claims/lexicons/words.json', 'utf8') === wordsJson(), 'run `npm run words`').toBe(true);
});
