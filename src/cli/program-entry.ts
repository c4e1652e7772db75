/** What the built program gives whoever starts it: the command line, and the work of a thread of the pool. */
export { createProgram } from './program.ts';
export { run } from './run.ts';

/** The code of a thread of the pool. */
export const worker = () => import('../batch/worker.ts');
