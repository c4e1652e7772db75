/** Connections that do not lead where they should not. */
import { lookup as dnsLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { buildConnector, Client } from 'undici';
import { isPrivateAddress } from './addresses.ts';
import { privateAddress } from './fetch-errors.ts';

/** Which addresses may be reached, and how names become addresses. */
export interface Reach {
  /** Every address, none but public ones, or those beside the public ones that this allows. */
  allowPrivate: boolean | ((address: string) => boolean);
  /** As `dns.lookup`. */
  lookup?: LookupFunction | undefined;
}

/** How long a connection may take to come about, and to stay silent, in milliseconds. */
export interface AgentTimes {
  connect: number;
  silence: number;
}

/** Most bytes of headers, as Node's own; undici ends the connection at more. */
const HEADER_BYTES = 16_384;

/**
 * A connection for one request to `origin`, not kept after it. The address is checked when it is made: the one in the
 * URL, or every one that the name was resolved to for this connection, and last the one that was connected to. So no
 * earlier or later answer of the name server counts. `end` closes it at once, also while it is being made.
 */
export function connectionTo(origin: string, reach: Reach, times: AgentTimes): { client: Client; end(): void } {
  const mayReach = (address: string): boolean =>
    typeof reach.allowPrivate === 'function'
      ? !isPrivateAddress(address) || reach.allowPrivate(address)
      : reach.allowPrivate || !isPrivateAddress(address);
  const connector = buildConnector({
    timeout: times.connect,
    lookup: checkedLookup(reach.lookup ?? dnsLookup, mayReach),
  });
  let socket: Socket | undefined;
  const client = new Client(origin, {
    headersTimeout: times.silence,
    bodyTimeout: times.silence,
    maxHeaderSize: HEADER_BYTES,
    pipelining: 0,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !mayReach(host)) {
        callback(privateAddress(host), null);
        return;
      }
      // The connector gives the socket that it tries with, though its type does not say so.
      socket = connector(options, (...[error, connected]) => {
        if (error) callback(error, null);
        else if (connected.remoteAddress !== undefined && !mayReach(connected.remoteAddress)) {
          connected.destroy();
          callback(privateAddress(host), null);
        } else callback(null, connected);
      }) as unknown as Socket | undefined;
    },
  });
  return {
    client,
    end() {
      socket?.destroy();
      client.destroy().catch(() => {});
    },
  };
}

/** `lookup` that refuses a name when any of its addresses may not be reached. */
function checkedLookup(lookup: LookupFunction, mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      if (error) callback(error, '', 0);
      else if (!addresses.every(({ address }) => mayReach(address))) callback(privateAddress(hostname), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
