/** Which network addresses are nobody's business but the machine's own. */
import { BlockList, isIP } from 'node:net';

/** Networks of the special-purpose registry for IPv4 that are not reached from everywhere, and clouds' own. */
const PRIVATE_4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // a public number that one cloud gives its own metadata server
  ['169.254.0.0', 16], // link-local, where clouds keep their metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4, given up
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 3], // multicast, reserved, broadcast
] as const) {
  PRIVATE_4.addSubnet(network, prefix, 'ipv4');
}

/** All that IPv6 gives to the public network; the rest is special or not given out. */
const GLOBAL_6 = new BlockList();
GLOBAL_6.addSubnet('2000::', 3, 'ipv6');

/** What is special within it. */
const PRIVATE_6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23], // protocol assignments: Teredo, benchmarking, ORCHID
  ['2001:db8::', 32], // documentation
  ['3fff::', 20], // documentation
] as const) {
  PRIVATE_6.addSubnet(network, prefix, 'ipv6');
}

/**
 * Whether an IP address is loopback, private, link-local, multicast or otherwise not on the public network. IPv4
 * addresses inside IPv6 ones (mapped, translated, NAT64, 6to4, ISATAP) count as themselves; Teredo is refused whole.
 * What is no address is private.
 */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return PRIVATE_4.check(address, 'ipv4');
  if (version !== 6) return true;
  const groups = groupsOf(address);
  const whole = wholeIpv4(groups);
  if (whole !== null) return PRIVATE_4.check(whole, 'ipv4');
  if (!GLOBAL_6.check(address, 'ipv6') || PRIVATE_6.check(address, 'ipv6')) return true;
  const inner = innerIpv4(groups);
  return inner !== null && PRIVATE_4.check(inner, 'ipv4');
}

/** Prefixes outside the global networks after which an IPv4 address stands: mapped, translated, NAT64. */
const BEFORE_IPV4 = new Set(['0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '64:ff9b:0:0:0:0']);

/** The IPv4 address that an IPv6 address is another spelling of, or null. */
function wholeIpv4(groups: number[]): string | null {
  const lead = groups.slice(0, 6).map((group) => group.toString(16));
  return BEFORE_IPV4.has(lead.join(':')) ? dotted(groups[6]!, groups[7]!) : null;
}

/** The IPv4 address that packets to a global IPv6 address are carried to (6to4, ISATAP), or null. */
function innerIpv4(groups: number[]): string | null {
  if (groups[0] === 0x2002) return dotted(groups[1]!, groups[2]!);
  const isIsatap = (groups[4] === 0 || groups[4] === 0x0200) && groups[5] === 0x5efe;
  return isIsatap ? dotted(groups[6]!, groups[7]!) : null;
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
