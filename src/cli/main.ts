#!/usr/bin/env node
import module from 'node:module';

// Node 22 keeps compiled code between runs when asked before the code is loaded, hence the dynamic import.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

const { run } = await import('./run.ts');
await run(process.argv.slice(2));
