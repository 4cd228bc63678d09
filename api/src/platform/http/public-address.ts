import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Networks that are nobody's on the open internet (IANA's registries of special-purpose addresses). */
const notPublic4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Within 2000::/3, the part of IPv6 that is given out: ways into other networks, and addresses for examples. */
const notPublic6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed = new BlockList();
for (const [network, bits] of notPublic4) closed.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of notPublic6) closed.addSubnet(network, bits, 'ipv6');
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the open internet. What is no address is none. */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  // A zone ('fe80::1%eth0') is for links of one's own.
  return (
    isIPv6(address) &&
    !address.includes('%') &&
    given.check(address, 'ipv6') &&
    !closed.check(address, 'ipv6')
  );
};
