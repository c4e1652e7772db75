/** Part of the build: runs the built program on a few drafts and keeps the code that V8 compiled for that. */
import { loadCompiled } from './compiled.ts';

const DRAFTS = ['draft/input.md', 'tabloid/input.txt'].map((name) => `fixtures/articles/${name}`);

const { program, keep } = loadCompiled(process.argv[2]!);
for (const format of ['human', 'jsonl', 'markdown']) {
  await program.createProgram().run(['check', ...DRAFTS, '--format', format, '--quiet', '--output', '/dev/null']);
}
keep();
