/** Connections that do not lead where they should not. */
import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPrivateAddress } from './addresses.ts';
import { privateAddress } from './fetch-errors.ts';

/** How long a connection may take to come about, and to stay silent, in milliseconds. */
export interface AgentTimes {
  connect: number;
  silence: number;
}

/**
 * An agent for one page. Unless `allowPrivate`, each connection is checked when it is made: by the address in the
 * URL, else by the very address that the name was resolved to, so that no later answer of the name server counts.
 */
export function pageAgent(allowPrivate: boolean, times: AgentTimes): Agent {
  const connector = buildConnector({ timeout: times.connect, ...(allowPrivate ? {} : { lookup: publicLookup }) });
  return new Agent({
    headersTimeout: times.silence,
    bodyTimeout: times.silence,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) callback(privateAddress(host), null);
      else connector(options, callback);
    },
  });
}

/** `dns.lookup` that refuses a name when any of its addresses is private. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) callback(error, '', 0);
    else if (addresses.some(({ address }) => isPrivateAddress(address))) callback(privateAddress(hostname), '', 0);
    else if (options.all) callback(null, addresses);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};
