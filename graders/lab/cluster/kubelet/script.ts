/** One simple command of a shell script and how it is joined to the next. */
export interface ScriptCommand {
  readonly words: readonly string[];
  readonly joint: ';' | '&&' | '||' | '&' | '|';
}

/** A script read as far as simple commands go; `rest` is what starts with a word such as `while` or `if`. */
export interface Script {
  readonly commands: readonly ScriptCommand[];
  readonly rest?: string;
}

const compound = new Set(['while', 'until', 'for', 'if', 'case', 'function', '{', '(', '[[', 'select']);
const token =
  /[^\S\n]*(?:(&&|\|\||;;|[;&|\n])|(\d*(?:>>|>&|<<-?|[<>])&?\d?)|((?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\;&|<>])+))/y;

/**
 * Splits what follows `sh -c` into simple commands: quotes, `&&`, `||`, `;`, `&`, pipes, redirections and comments.
 * Enough for the one-liners of manifests; anything else stays in `rest` for the caller to recognise or give up on.
 */
export function readScript(script: string): Script {
  const source = script
    .replace(/\\\n/g, ' ')
    .replace(/(^|[\s;])#[^\n]*/g, '$1')
    .trimEnd();
  const commands: ScriptCommand[] = [];
  let words: string[] = [];
  let redirected = false;
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (!match) break;
    const [, operator, redirection, word] = match;
    if (operator) {
      if (words.length > 0)
        commands.push({ words, joint: operator === '\n' || operator === ';;' ? ';' : (operator as ';') });
      words = [];
    } else if (redirection) redirected = !/\d$/.test(redirection) || redirection.startsWith('<<');
    else if (redirected) redirected = false;
    else if (word && words.length === 0 && (compound.has(word) || word.startsWith('(')))
      return { commands, rest: source.slice(at).trim() };
    else if (word && !(words.length === 0 && /^[A-Za-z_]\w*=/.test(word))) words.push(unquote(word));
  }
  return { commands: words.length > 0 ? [...commands, { words, joint: ';' }] : commands };
}

function unquote(word: string): string {
  return word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g, (_, single, double, escaped) =>
    single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : escaped,
  );
}

/** `while true; do …; done` and its relatives, when nothing in the body leaves the loop. */
export function loopsForever(rest: string): boolean {
  return (
    /^(?:while\s+(?:true|:|\[\s*1\s*\]|sleep\s+[\w.$]+|test\s+1)|until\s+false|for\s*\(\(\s*;;\s*\)\))\s*(?:;|\n)?\s*do\b/.test(
      rest,
    ) && !/\b(?:break|exit|return)\b/.test(rest)
  );
}
