import { parseShell } from '../../machine/index.ts';

/**
 * Whether a text is the beginning of something that goes on in its next line: a command without its end, a quote, a heredoc, a line
 * that ends with a backslash. What is not read here at all looks the same.
 */
export function isUnfinished(text: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(text) || hasOpenHeredoc(text) || !Array.isArray(parseShell(text, 'bash'));
}

/** A heredoc that has begun and has no end. `<<<` is none. */
function hasOpenHeredoc(text: string): boolean {
  const lines = text.split('\n');
  let quote = '';
  for (let index = 0; index < lines.length; index++) {
    const { names, quote: after } = heredocsIn(lines[index] ?? '', quote);
    quote = after;
    for (const { name, chomp } of names) {
      const isEnd = (line: string) => (chomp ? line.replace(/^\t+/, '') : line) === name;
      do index++;
      while (index < lines.length && !isEnd(lines[index] ?? ''));
      if (index >= lines.length) return true;
    }
  }
  return false;
}

interface Opened {
  readonly names: readonly { readonly name: string; readonly chomp: boolean }[];
  /** The quote that is open where the line ends. */
  readonly quote: string;
}

function heredocsIn(line: string, open: string): Opened {
  const names: { readonly name: string; readonly chomp: boolean }[] = [];
  let quote = open;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
      else if (sign === '\\' && quote === '"') at++;
    } else if (sign === '\\') at++;
    else if (sign === "'" || sign === '"') quote = sign;
    else if (sign === '#' && /^$|\s/.test(line.charAt(at - 1))) break;
    else if (line.startsWith('<<<', at)) at += 2;
    else if (line.startsWith('<<', at)) {
      const [whole, dash, written = ''] = /^<<(-?)\s*('[^']*'|"[^"]*"|\\?[\w.-]+)/.exec(line.slice(at)) ?? [];
      if (whole === undefined) continue;
      names.push({ name: written.replace(/['"\\]/g, ''), chomp: dash === '-' });
      at += whole.length - 1;
    }
  }
  return { names, quote };
}
