/** WebAssembly as this program uses it: a few functions over a memory of their own. Pure. */

/** Bytes of a page, by which memory is given. */
const PAGE = 65536;

export const pagesFor = (bytes: number): number => Math.ceil(bytes / PAGE);

/** The functions of some code in base64, over a memory of `bytes` or a little more. */
export function overMemory<Functions>(
  code: string,
  bytes: number,
): { memory: WebAssembly.Memory; functions: Functions } {
  const memory = new WebAssembly.Memory({ initial: pagesFor(bytes) });
  const module = new WebAssembly.Module(Buffer.from(code, 'base64'));
  const { exports } = new WebAssembly.Instance(module, { host: { memory } });
  return { memory, functions: exports as Functions };
}
