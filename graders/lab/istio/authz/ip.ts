/** Whether an IPv4 address is in a block such as `10.0.0.0/8`, or is that very address. IPv6 compares as text. */
export function inBlock(block: string, address: string): boolean {
  const [base = '', size] = block.split('/');
  const from = toNumber(base);
  const value = toNumber(address);
  if (from === undefined || value === undefined) return base === address;
  const bits = size === undefined ? 32 : Number(size);
  if (!Number.isInteger(bits) || bits < 0 || bits > 32) return false;
  const scale = 2 ** (32 - bits);
  return Math.floor(from / scale) === Math.floor(value / scale);
}

function toNumber(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
