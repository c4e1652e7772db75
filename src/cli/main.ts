#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { loadCompiled } from './compiled.ts';

/** The name of the file that holds the program; the build fills it in. */
declare const PROGRAM: string;

// Node 22 keeps compiled code of the libraries that stand apart; the program keeps its own.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { program, fresh, keep } = loadCompiled(join(import.meta.dirname, PROGRAM));
// Only a check compiles what later checks need.
if (!fresh && process.argv[2] === 'check') process.on('exit', keep);
await program.run(process.argv.slice(2));
