/** Keeps what was found in each open text up to date: a check a version at most, and the newest version wins. */
import type { Checked, Engine } from './engine.ts';
import type { Documents, TextDocument } from './protocol.ts';

/**
 * Milliseconds without a further change before a text is checked. Changes that come in one go (a macro, a paste into many
 * places, a client that catches up) are taken one by one within a millisecond each; between two keystrokes lie 50 and more.
 */
const QUIET = 5;
/**
 * A change of a text longer than this, in UTF-16 units (17,000 words), waits besides as long as the last check took: half of the
 * time is left for input. A shorter one is checked in less time than a keystroke takes, but for the first checks of all.
 */
const SHORT = 100_000;
const LONGEST_WAIT = 1000;
/** A text that changes without a pause is checked after so many waits all the same. */
const MOST_WAITS = 10;

/** What was found in a version of a text. */
export interface Found {
  version: number;
  checked: Checked | null;
}

export interface Desk {
  /** The text has changed, or what it is judged by has: `found` is called soon, once for many changes. */
  changed(uri: string): void;
  /** What is found in the text as it is now; null where it is not open, or cannot be checked. */
  now(uri: string): Promise<Found | null>;
  /** What was found holds no longer, for any text: configurations have changed. */
  invalidate(): void;
  closed(uri: string): void;
}

interface State {
  found: (Found & { judged: number }) | null;
  running: Promise<void> | null;
  timer: NodeJS.Timeout | null;
  /** When the first of the changes that wait came. */
  since: number;
  /** Milliseconds that the last check took. */
  took: number;
}

/** `found` hears of each check that `changed` led to; `failed` of faults of the program, after which the server goes on. */
export function createDesk(
  documents: Documents,
  engine: Engine,
  found: (document: TextDocument, found: Found) => void,
  failed: (error: unknown) => void,
): Desk {
  const states = new Map<string, State>();
  /** How often what texts are judged by has changed. */
  let judged = 0;
  const stateOf = (uri: string): State => {
    const state = states.get(uri) ?? { found: null, running: null, timer: null, since: 0, took: 0 };
    states.set(uri, state);
    return state;
  };
  const isFresh = ({ found }: State, { version }: TextDocument): boolean =>
    found !== null && found.version === version && found.judged === judged;

  const check = async (document: TextDocument, state: State): Promise<void> => {
    const { uri, languageId, version } = document;
    const [began, at] = [performance.now(), judged];
    try {
      const checked = await engine.check({ uri, languageId, text: document.getText() });
      state.found = { version, judged: at, checked };
    } catch (error) {
      state.found = { version, judged: at, checked: null };
      failed(error);
    }
    state.took = performance.now() - began;
  };

  const now = async (uri: string): Promise<Found | null> => {
    for (;;) {
      const document = documents.get(uri);
      if (!document) return null;
      const state = stateOf(uri);
      if (state.running === null && isFresh(state, document)) return state.found;
      state.running ??= check(document, state).finally(() => {
        state.running = null;
      });
      await state.running;
    }
  };

  const due = async (uri: string): Promise<void> => {
    const result = await now(uri);
    const document = documents.get(uri);
    if (result && document && document.version === result.version) found(document, result);
  };

  return {
    now,
    changed(uri) {
      const state = stateOf(uri);
      const time = performance.now();
      if (state.timer) clearTimeout(state.timer);
      else state.since = time;
      const length = documents.get(uri)?.getText().length ?? 0;
      const wait = length > SHORT ? Math.max(QUIET, Math.min(state.took, LONGEST_WAIT)) : QUIET;
      const left = Math.max(0, state.since + MOST_WAITS * wait - time);
      state.timer = setTimeout(
        () => {
          state.timer = null;
          due(uri).catch(failed);
        },
        Math.min(wait, left),
      );
    },
    invalidate() {
      judged++;
    },
    closed(uri) {
      const state = states.get(uri);
      if (state?.timer) clearTimeout(state.timer);
      states.delete(uri);
      engine.forget(uri);
    },
  };
}
