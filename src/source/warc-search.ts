/** Pages in the memory that is searched. */
import { LETTERS_AT, PAGE_AT, searchModule } from './warc-gate-code.ts';
import { LETTERS } from './warc-gate-words.ts';

/** Memory is had in pieces of so many bytes. */
const PIECE = 65_536;
/** Zeros behind a page, so that blocks that reach beyond its end find nothing there. */
const BEHIND = 32;

/** What is used of WebAssembly, which the types of node leave out. */
interface Wasm {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer; grow(pieces: number): number };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { run(at: number, end: number): number } };
}

/** What searches pages, one at a time. */
export interface Search {
  /** Takes a page in place of the one before; false when there is no room for it. */
  load(page: Uint8Array): boolean;
  /** The first place from `at` on that is worth a closer look, as `warc-gate-code.ts` has it; -1 when there is none. */
  next(at: number): number;
}

let opened: Search | null | undefined;

/** The search; null where the machine, or how node was started, has no WebAssembly with vectors. */
export function openSearch(): Search | null {
  if (opened === undefined) {
    try {
      opened = newSearch();
    } catch {
      opened = null;
    }
  }
  return opened;
}

function newSearch(): Search {
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
  const memory = new wasm.Memory({ initial: 4 });
  const { run } = new wasm.Instance(new wasm.Module(searchModule()), { env: { memory } }).exports;
  let bytes = new Uint8Array(memory.buffer);
  bytes.set(LETTERS, LETTERS_AT);
  let end = PAGE_AT;
  return {
    load(page) {
      const lacking = PAGE_AT + page.length + BEHIND - bytes.length;
      if (lacking > 0) {
        try {
          memory.grow(Math.ceil(lacking / PIECE));
        } catch {
          return false;
        }
        bytes = new Uint8Array(memory.buffer);
      }
      end = PAGE_AT + page.length;
      bytes.set(page, PAGE_AT);
      bytes.fill(0, end, end + BEHIND);
      return true;
    },
    next(at) {
      const place = run(PAGE_AT + at, end);
      return place < end ? place - PAGE_AT : -1;
    },
  };
}
