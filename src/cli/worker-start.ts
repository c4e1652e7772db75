/** A thread of the pool: what piscina loads. */
import { join } from 'node:path';
import { loadCompiled } from './compiled.ts';

/** The name of the file that holds the program; the build fills it in. */
declare const PROGRAM: string;

const { program } = loadCompiled(join(import.meta.dirname, PROGRAM));
const { default: work } = await program.worker();

export default work;
