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

/** Whether a block is inside another and smaller than it. */
export function isStrictlyInside(inner: Cidr, outer: Cidr): boolean {
  const rest = BigInt((outer.version === 4 ? 32 : 128) - outer.prefix);
  return inner.version === outer.version && inner.prefix > outer.prefix && inner.base >> rest === outer.base >> rest;
}

export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

function parseAddress(text: string): { version: 4 | 6; bits: bigint } | undefined {
  if (!text.includes(':')) {
    const bits = parseFour(text);
    return bits === undefined ? undefined : { version: 4, bits };
  }
  const bits = parseSix(text);
  return bits === undefined ? undefined : { version: 6, bits };
}

function parseFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
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
