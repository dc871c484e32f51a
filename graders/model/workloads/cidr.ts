/** A block of addresses. */
export interface Cidr {
  readonly version: 4 | 6;
  readonly base: bigint;
  readonly prefix: number;
}

/**
 * Reads `10.0.0.0/8` or `fd00::/8`. Bits after the prefix are dropped, as Go's `net.ParseCIDR` does.
 * @returns undefined when the text is no block of addresses
 */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = '', digits] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = parseAddress(address);
  const prefix = Number(digits);
  const size = value?.version === 4 ? 32 : 128;
  if (!value || prefix > size) return undefined;
  const rest = BigInt(size - prefix);
  return { version: value.version, base: (value.bits >> rest) << rest, prefix };
}

/** Whether a text is a block of addresses without bits after its prefix, as newer fields ask for. */
export function isCanonicalCidr(text: string): boolean {
  const [cidr, address] = [parseCidr(text), parseAddress(text.slice(0, text.indexOf('/')))];
  return cidr !== undefined && address?.bits === cidr.base && !isMapped(address);
}

/** Whether a block is inside another and smaller than it. */
export function isStrictlyInside(inner: Cidr, outer: Cidr): boolean {
  const rest = BigInt((outer.version === 4 ? 32 : 128) - outer.prefix);
  return inner.version === outer.version && inner.prefix > outer.prefix && inner.base >> rest === outer.base >> rest;
}

export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

/**
 * Whether a text is an address as the API server takes it: an IPv4 one is not written as IPv6 (`::ffff:10.0.0.1`).
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/StrictIPCIDRValidation/
 */
export function isPlainAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && !isMapped(address);
}

const isMapped = ({ version, bits }: Address): boolean => version === 6 && bits >> 32n === 0xffffn;

/**
 * An address in the one form that newer fields take: in IPv6 lowercase, without leading zeros, the longest run of zeros
 * left out.
 * @returns undefined when the text is no address
 * @see https://www.rfc-editor.org/rfc/rfc5952
 */
export function canonicalAddress(text: string): string | undefined {
  const address = parseAddress(text);
  if (!address || address.version === 4) return address && text;
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address.bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  const runs = [
    ...groups
      .map((group) => (group === '0' ? '0' : '.'))
      .join('')
      .matchAll(/0{2,}/g),
  ];
  const [longest] = runs.sort((a, b) => b[0].length - a[0].length);
  if (!longest) return groups.join(':');
  const rest = groups.slice(longest.index + longest[0].length);
  return `${groups.slice(0, longest.index).join(':')}::${rest.join(':')}`;
}

/**
 * Whether an address never is another machine of a network: unspecified, loopback, link-local or multicast.
 * @see https://pkg.go.dev/net/netip#Addr.IsLoopback
 */
export function isReservedAddress(text: string): boolean {
  const address = parseAddress(text);
  if (!address) return false;
  const blocks = address.version === 4 ? reservedFour : reservedSix;
  return blocks.some((block) => {
    const { version, base, prefix } = parseCidr(block) ?? { version: 0, base: 0n, prefix: 0 };
    const rest = BigInt((version === 4 ? 32 : 128) - prefix);
    return address.bits >> rest === base >> rest;
  });
}

const reservedFour = ['0.0.0.0/32', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/24'];
const reservedSix = ['::/128', '::1/128', 'fe80::/10', 'ff02::/16', '::ffff:127.0.0.0/104'];

interface Address {
  readonly version: 4 | 6;
  readonly bits: bigint;
}

function parseAddress(text: string): Address | undefined {
  if (!text.includes(':')) {
    const bits = parseFour(text);
    return bits === undefined ? undefined : { version: 4, bits };
  }
  const bits = parseSix(text);
  return bits === undefined ? undefined : { version: 6, bits };
}

function parseFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

/** The last two groups may be written as an IPv4 address. */
function parseSix(address: string): bigint | undefined {
  const tail4 = /[\d.]+\.[\d.]+$/.exec(address)?.[0];
  const four = tail4 === undefined ? undefined : parseFour(tail4);
  if (tail4 !== undefined && four === undefined) return undefined;
  const groups4 = four === undefined ? '' : `${(four >> 16n).toString(16)}:${(four & 0xffffn).toString(16)}`;
  const text = tail4 === undefined ? address : address.slice(0, -tail4.length) + groups4;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const written = [...head, ...tail];
  const gap = 8 - written.length;
  if (!written.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}
