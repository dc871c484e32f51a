import { own } from '../../../core/own.ts';
import { re2 } from '../../../core/re2/re2.ts';

const enough = 24;

/**
 * Some texts that a regular expression matches whole, or none when it is too involved to try: the first and last of each
 * class, each alternative, repeats once and twice. Every sample is checked against the expression.
 */
export function samplesOf(pattern: string): readonly string[] {
  const parser = new Sampler(pattern.replace(/^\(\?[ims]+\)/, ''));
  const samples = parser.alternatives();
  if (samples === undefined || !parser.atEnd()) return [];
  const read = re2(pattern);
  return read ? [...new Set(samples)].filter((sample) => read.matches(sample)) : [];
}

/** Walks the expression from left to right and keeps the texts it has built so far. */
class Sampler {
  private at = 0;

  constructor(private readonly pattern: string) {}

  atEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  alternatives(): string[] | undefined {
    const all: string[] = [];
    for (;;) {
      const one = this.sequence();
      if (!one) return undefined;
      all.push(...one);
      if (this.pattern[this.at] !== '|') return all.slice(0, enough);
      this.at++;
    }
  }

  private sequence(): string[] | undefined {
    let texts = [''];
    while (this.at < this.pattern.length && this.pattern[this.at] !== '|' && this.pattern[this.at] !== ')') {
      const item = this.item();
      if (!item) return undefined;
      const repeated = this.repeated(item);
      texts = texts.flatMap((text) => repeated.map((next) => text + next)).slice(0, enough);
    }
    return texts;
  }

  private item(): string[] | undefined {
    const char = this.pattern[this.at++];
    if (char === '(') return this.group();
    if (char === '[') return this.charClass();
    if (char === '\\') return escapes(this.pattern[this.at++] ?? '');
    if (char === '.') return ['x', '/'];
    if (char === '^' || char === '$') return [''];
    return char === undefined || '*+?{'.includes(char) ? undefined : [char];
  }

  private group(): string[] | undefined {
    const opening = /^\?(?::|P?<\w+>)/.exec(this.pattern.slice(this.at));
    if (opening) this.at += opening[0].length;
    else if (this.pattern[this.at] === '?') return undefined;
    const inner = this.alternatives();
    return this.pattern[this.at++] === ')' ? inner : undefined;
  }

  private charClass(): string[] | undefined {
    const end = this.pattern.indexOf(']', this.at + 1);
    if (end === -1) return undefined;
    const body = this.pattern.slice(this.at, end);
    this.at = end + 1;
    if (body.startsWith('^')) return ['x', '7', '_', ' '].filter((one) => !body.includes(one));
    const members = body.replace(/\\(.)/g, (_, letter: string) =>
      letter === 'd' ? '09' : letter === 'w' ? 'aZ' : letter,
    );
    return [...members].filter((one, index) => one !== '-' || index === 0 || index === members.length - 1);
  }

  private repeated(item: readonly string[]): readonly string[] {
    const sign = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.pattern.slice(this.at));
    if (!sign) return item;
    this.at += sign[0].length;
    const least = sign[1] === undefined ? (sign[0].startsWith('+') ? 1 : 0) : Number(sign[1]);
    const counts =
      least > 20 ? [] : sign[0].startsWith('?') ? [0, 1] : [...new Set([least, Math.max(least, 1), least + 1])];
    return counts.flatMap((times) => item.map((text) => text.repeat(times)));
  }
}

function escapes(letter: string): string[] | undefined {
  const classes: Readonly<Record<string, string[]>> = {
    d: ['0', '9'],
    w: ['a', 'Z'],
    s: [' '],
    S: ['x'],
    D: ['x'],
    W: ['-'],
  };
  if (Object.hasOwn(classes, letter)) return own(classes, letter);
  return /[A-Za-z0-9]/.test(letter) ? undefined : [letter];
}
