const primes = [...Array(312).keys()].filter((n) => n > 1 && ![...Array(n).keys()].some((d) => d > 1 && n % d === 0));
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32);
const rounds = Int32Array.from(primes.slice(0, 64), (prime) => fraction(Math.cbrt(prime)) | 0);
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The bytes of a text in UTF-8; half of a pair counts as what a decoder would leave in its place. */
export function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), continuing(unit));
    else {
      const point = text.codePointAt(at) ?? unit;
      const isPair = point > 0xffff;
      const sign = isPair || unit < 0xd800 || unit > 0xdfff ? point : replacement;
      if (isPair) bytes.push(0xf0 | (sign >> 18), continuing(sign >> 12), continuing(sign >> 6), continuing(sign));
      else bytes.push(0xe0 | (sign >> 12), continuing(sign >> 6), continuing(sign));
      if (isPair) at++;
    }
  }
  return bytes;
}

const replacement = 0xfffd;
const continuing = (bits: number): number => 0x80 | (bits & 0x3f);

/** SHA-256 of a text, in hexadecimal. @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final */
export function sha256(text: string): string {
  const bytes = [...utf8(text)];
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) & 0xff);
  const state = Int32Array.from(initial);
  const words = new Int32Array(64);
  for (let at = 0; at < bytes.length; at += 64) {
    spread(words, bytes, at);
    mix(state, words);
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The words of the block that begins at a byte. Images are told by many such sums: nothing is made on the way. */
function spread(words: Int32Array, bytes: readonly number[], from: number): void {
  const byte = (at: number): number => bytes[from + at] ?? 0;
  for (let at = 0; at < 16; at++) {
    words[at] = (byte(at * 4) << 24) | (byte(at * 4 + 1) << 16) | (byte(at * 4 + 2) << 8) | byte(at * 4 + 3);
  }
  const before = (at: number, by: number): number => words[at - by] ?? 0;
  for (let at = 16; at < 64; at++) {
    const s0 = turned(before(at, 15), 7) ^ turned(before(at, 15), 18) ^ (before(at, 15) >>> 3);
    const s1 = turned(before(at, 2), 17) ^ turned(before(at, 2), 19) ^ (before(at, 2) >>> 10);
    words[at] = before(at, 16) + s0 + before(at, 7) + s1;
  }
}

/** Takes the words of a block into the state. */
function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[at] ?? 0) + (words[at] ?? 0)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}
