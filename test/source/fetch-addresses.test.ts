import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrivateAddress } from '../../src/source/addresses.ts';

/** Each with the first and last address of its range where that is not one alone. */
const PRIVATE_4 = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255'],
  ...['127.0.0.1', '127.255.255.255', '169.254.0.0', '169.254.169.254', '169.254.255.255', '168.63.129.16'],
  ...['172.16.0.0', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.0.0', '192.168.255.255'],
  ...['198.18.0.0', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
];
const PUBLIC_4 = [
  ...['1.0.0.0', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '168.63.129.17', '169.253.255.255', '172.15.255.255', '172.32.0.0', '192.0.1.0', '192.167.255.255'],
  ...['198.17.255.255', '198.20.0.0', '223.255.255.255'],
];
const PRIVATE_6 = [
  ...['::', '::1', '::2', '100::1', '64:ff9b:1::1', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:2::1'],
  ...[
    '2001:10::1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '4000::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
  ],
  ...['fec0::1', 'ff02::1', 'ffff::1'],
];
const PUBLIC_6 = ['2000::1', '2001:200::1', '2001:4860:4860::8888', '2606:4700::1111', '3ffe::1', '3fff:1000::1'];

const hex = (address: string): string => {
  const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number];
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
};
/** Ways to write an IPv4 address within an IPv6 one. */
const WITHIN: Record<string, (address: string) => string> = {
  mapped: (address) => `::ffff:${address}`,
  'mapped, in hexadecimal': (address) => `0:0:0:0:0:FFFF:${hex(address)}`,
  translated: (address) => `::ffff:0:${address}`,
  NAT64: (address) => `64:ff9b::${address}`,
  '6to4': (address) => `2002:${hex(address)}::1`,
  ISATAP: (address) => `2606:4700::5efe:${address}`,
  'ISATAP, global': (address) => `2606:4700::200:5efe:${address}`,
};

describe('private', () => {
  test.each([...PRIVATE_4, ...PRIVATE_6, '::127.0.0.1', '::8.8.8.8', 'paper.example', '', '1.2.3'])('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });
});

describe('public', () => {
  test.each([...PUBLIC_4, ...PUBLIC_6])('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

test.each(Object.entries(WITHIN))('an IPv4 address counts as itself when it is %s', (_, within) => {
  expect(PRIVATE_4.filter((address) => !isPrivateAddress(within(address)))).toEqual([]);
  expect(PUBLIC_4.filter((address) => isPrivateAddress(within(address)))).toEqual([]);
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPrivateAddress(within(address))).toBe(isPrivateAddress(address));
    }),
  );
});

test('any address has an answer', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV6(), fc.string()), (text) => typeof isPrivateAddress(text) === 'boolean'));
});
