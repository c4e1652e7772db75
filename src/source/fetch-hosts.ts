/** Whose turn it is: one request to a host at a time, with a pause after each, and many hosts at once. */
import { fetchFailed } from './fetch-errors.ts';
import { hostOf } from './fetch-url.ts';
import { type JobQueue, newQueue } from './queue.ts';

/** The clock; options with real defaults, so that nobody has to wait in a test. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; rejects as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Hosts {
  /**
   * Runs `job`, a request to the host of `url`, when its turn has come: after those before it and the pause.
   * @throws FetchError `asked-to-wait` when the host wants to be left alone for more than a minute.
   */
  turn<T>(url: URL, job: () => Promise<T>): Promise<T>;
  /** The host is asked nothing for `ms` milliseconds from now. */
  pause(url: URL, ms: number): void;
  /** The host wants that many milliseconds between two requests; the longest such wish counts. */
  slowDown(url: URL, ms: number): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

interface Host {
  queue: JobQueue;
  delay: number;
  /** No request before that time, for the pause between two. */
  next: number;
  /** No request before that time, as the host said. */
  paused: number;
}

/**
 * Longest that is waited for a host which says when to come back, in milliseconds. Servers that are busy ask for
 * seconds; those that ask for more have shut the door, and an hour's wait for each of a thousand pages is no use.
 */
const LONGEST_PAUSE = 60_000;
/** Hosts remembered before those that have nothing to do and need no pause are forgotten; some 1 kB each. */
const MANY = 10_000;

export function hostTurns(concurrency: number, delayMs: number, clock: Clock, signal: AbortSignal): Hosts {
  const everyone = newQueue(concurrency);
  const hosts = new Map<string, Host>();

  function hostFor(url: URL): Host {
    const name = hostOf(url);
    let host = hosts.get(name);
    if (!host) {
      if (hosts.size >= MANY) forgetIdle(hosts, clock.now());
      host = { queue: newQueue(1), delay: delayMs, next: 0, paused: 0 };
      hosts.set(name, host);
    }
    return host;
  }

  return {
    turn(url, job) {
      const host = hostFor(url);
      return host.queue.add(async () => {
        signal.throwIfAborted();
        const now = clock.now();
        if (host.paused - now > LONGEST_PAUSE) throw askedToWait(host.paused - now);
        const wait = Math.max(host.next, host.paused) - now;
        if (wait > 0) await clock.sleep(wait, signal);
        // A host that pauses keeps nobody else from going on: it takes its place among all only now.
        return everyone.add(async () => {
          signal.throwIfAborted();
          try {
            return await job();
          } finally {
            host.next = clock.now() + host.delay;
          }
        });
      });
    },
    pause(url, ms) {
      const host = hostFor(url);
      host.paused = Math.max(host.paused, clock.now() + ms);
    },
    slowDown(url, ms) {
      const host = hostFor(url);
      if (ms <= host.delay) return;
      host.next += ms - host.delay;
      host.delay = ms;
    },
    async idle() {
      await Promise.all([...hosts.values()].map(({ queue }) => queue.onIdle()));
      await everyone.onIdle();
    },
  };
}

function askedToWait(ms: number): Error {
  const seconds = Math.ceil(ms / 1000);
  return fetchFailed('asked-to-wait', `the server asks to be left alone for another ${seconds} s`, 'try again then');
}

function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [name, { queue, next, paused }] of hosts) {
    if (queue.size === 0 && queue.pending === 0 && Math.max(next, paused) <= now) hosts.delete(name);
  }
}
