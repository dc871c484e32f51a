/** One directive of an nginx configuration, with what stands in its block. */
export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block?: readonly Directive[];
}

/** Something nginx does not read: it says where and leaves. */
export interface Unreadable {
  /** The word where it stops understanding. */
  readonly near: string;
}

const token =
  /\s+|#[^\n]*|([;{}])|("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\$\{\w*\}|\\.|[^\s;{}"'\\#])(?:\$\{\w*\}|\\.|[^\s;{}\\])*)/gsy;

/**
 * Reads an nginx configuration: directives that end in a semicolon or in a block.
 * @see https://nginx.org/en/docs/beginners_guide.html#conf_structure
 */
export function readDirectives(text: string): readonly Directive[] | Unreadable {
  const read = [...text.matchAll(token)];
  const end = read.reduce((sum, [whole]) => sum + whole.length, 0);
  if (end < text.length) return { near: text.slice(end).split(/\s/)[0] ?? '' };
  const words = read.flatMap(([, sign, word]) => sign ?? (word === undefined ? [] : ` ${word}`));
  const stack: { readonly words: readonly string[]; readonly inside: Directive[] }[] = [];
  let inside: Directive[] = [];
  let pending: string[] = [];
  for (const word of words) {
    if (word === ';') {
      if (pending.length === 0) return { near: ';' };
      inside.push(directive(pending));
      pending = [];
    } else if (word === '{') {
      if (pending.length === 0) return { near: '{' };
      stack.push({ words: pending, inside });
      [pending, inside] = [[], []];
    } else if (word === '}') {
      const outer = stack.pop();
      if (!outer || pending.length > 0) return { near: pending[0] ?? '}' };
      outer.inside.push({ ...directive(outer.words), block: inside });
      inside = outer.inside;
    } else pending.push(word.slice(1));
  }
  const open = stack.at(-1)?.words[0] ?? pending[0];
  return open === undefined ? inside : { near: open };
}

function directive(words: readonly string[]): Directive {
  const [name = '', ...args] = words.map((word) => word.replace(/^(["'])(.*)\1$/s, '$2'));
  return { name, args };
}

/** The directives of a name, at one level. */
export function named(directives: readonly Directive[] | undefined, name: string): readonly Directive[] {
  return (directives ?? []).filter((one) => one.name === name);
}
