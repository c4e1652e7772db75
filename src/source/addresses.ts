/** Which network addresses are nobody's business but the machine's own. */
import { BlockList, isIP } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, where clouds keep their metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarking
  ['224.0.0.0', 3], // multicast, reserved, broadcast
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127], // unspecified and loopback
  ['64:ff9b:1::', 48], // local translation
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link-local
  ['fec0::', 10],
  ['ff00::', 8], // multicast
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}

/**
 * Whether an IP address is loopback, private, link-local, multicast or otherwise not on the public network. IPv4
 * addresses inside IPv6 ones (mapped, compatible, NAT64, 6to4) count as themselves. What is no address is private.
 */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return PRIVATE.check(address, 'ipv4');
  if (version !== 6) return true;
  if (PRIVATE.check(address, 'ipv6')) return true;
  const inner = innerIpv4(address);
  return inner !== null && PRIVATE.check(inner, 'ipv4');
}

/** The IPv4 address that an IPv6 address stands for, or null. */
function innerIpv4(address: string): string | null {
  const groups = groupsOf(address);
  const lead = groups.slice(0, 6).join(':');
  if (lead === '0:0:0:0:0:65535' || lead === '0:0:0:0:0:0' || lead === '100:65435:0:0:0:0') {
    return dotted(groups[6]!, groups[7]!);
  }
  return groups[0] === 0x2002 ? dotted(groups[1]!, groups[2]!) : null;
}

/** The eight groups of an IPv6 address as numbers. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
  const [head, tail] = plain.split('::') as [string, string | undefined];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...(tail === undefined ? [] : zeros), ...right].map((group) => Number.parseInt(group, 16));
}

function dotted(high: number, low: number): string {
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
