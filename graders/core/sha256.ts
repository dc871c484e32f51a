const primes = [...Array(312).keys()].filter((n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0));
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32);
const rounds = primes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime)));
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The bytes of a text in UTF-8; half of a pair counts as what a decoder would leave in its place. */
export function utf8(text: string): readonly number[] {
  const whole = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  const escaped = encodeURIComponent(whole);
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at++) {
    const isEscape = escaped[at] === '%';
    bytes.push(isEscape ? Number.parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at));
    if (isEscape) at += 2;
  }
  return bytes;
}

/** SHA-256 of a text, in hexadecimal. @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final */
export function sha256(text: string): string {
  const bytes = [...utf8(text)];
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) & 0xff);
  let state: readonly number[] = initial;
  for (let at = 0; at < bytes.length; at += 64) state = block(state, bytes.slice(at, at + 64));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function block(state: readonly number[], bytes: readonly number[]): readonly number[] {
  const words: number[] = [];
  for (let at = 0; at < 64; at++) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at * 4, at * 4 + 4);
    const before = (by: number) => words[at - by] ?? 0;
    const s0 = turned(before(15), 7) ^ turned(before(15), 18) ^ (before(15) >>> 3);
    const s1 = turned(before(2), 17) ^ turned(before(2), 19) ^ (before(2) >>> 10);
    words.push(at < 16 ? (a << 24) | (b << 16) | (c << 8) | d : (before(16) + s0 + before(7) + s1) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[at] ?? 0) + (words[at] ?? 0)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0)) | 0);
}
