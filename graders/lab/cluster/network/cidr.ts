/**
 * Whether an IPv4 address is inside a block such as `10.0.0.0/8`.
 * @returns false for anything that is not IPv4: pods of this lab have no IPv6 address
 */
export function inBlock(ip: string, cidr: string): boolean {
  const [base = '', length = '32'] = cidr.split('/');
  const address = toNumber(ip);
  const network = toNumber(base);
  const bits = Number(length);
  if (address === undefined || network === undefined || !Number.isInteger(bits) || bits < 0 || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor(network / size);
}

function toNumber(ip: string): number | undefined {
  const parts = ip.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  if (parts.length !== 4 || !parts.every((part) => part >= 0 && part <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
