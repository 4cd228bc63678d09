import { BlockList, isIPv6 } from 'node:net';

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Whether the peer at the other end of the socket is a proxy whose headers count. TRUST_PROXY as a number of proxies
 * or `true` means every peer is one, since only proxies can reach the process then; else it lists addresses.
 */
export const trustsPeer = (
  trustProxy: boolean | number | string,
): ((address: string | undefined) => boolean) => {
  if (typeof trustProxy !== 'string') return () => Number(trustProxy) > 0;
  const trusted = new BlockList();
  for (const entry of trustProxy.split(',').map((each) => each.trim())) {
    const [address = '', prefix] = entry.split('/');
    if (!address) continue;
    if (prefix === undefined) trusted.addAddress(address, familyOf(address));
    else trusted.addSubnet(address, Number(prefix), familyOf(address));
  }
  return (address) => {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '');
    return plain !== undefined && trusted.check(plain, familyOf(plain));
  };
};
