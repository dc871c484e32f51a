import { type Line, NotModelled, NotPython, type Token } from './tokens.ts';

export type Block = readonly Statement[];

export type Statement =
  | { readonly kind: 'simple'; readonly tokens: readonly Token[]; readonly line: number }
  | { readonly kind: 'def'; readonly header: readonly Token[]; readonly body: Block; readonly line: number }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly condition: readonly Token[] | undefined; readonly body: Block }[];
      readonly line: number;
    }
  | {
      readonly kind: 'for';
      readonly target: string;
      readonly over: readonly Token[];
      readonly body: Block;
      readonly line: number;
    };

const compound = new Set(['while', 'with', 'try', 'class', 'async', 'match']);

/** Nests lines by their indentation. @throws NotPython | NotModelled */
export function nest(lines: readonly Line[]): Block {
  const reader = new Nester(lines);
  const block = reader.block(0);
  reader.end();
  return block;
}

class Nester {
  private at = 0;

  constructor(private readonly lines: readonly Line[]) {}

  end(): void {
    const line = this.lines[this.at];
    if (line) throw new NotPython('IndentationError', line.number);
  }

  block(indent: number): Block {
    const statements: Statement[] = [];
    for (;;) {
      const line = this.lines[this.at];
      if (!line || line.indent < indent) return statements;
      if (line.indent > indent) throw new NotPython('IndentationError', line.number);
      this.at++;
      statements.push(...this.statement(line));
    }
  }

  private statement(line: Line): readonly Statement[] {
    const [first, second] = line.tokens;
    const word = first?.kind === 'name' ? first.text : '';
    const soft = word === 'match' && (second?.kind === 'op' || second === undefined);
    if ((compound.has(word) && !soft) || first?.text === '@') throw new NotModelled();
    if (word === 'def') return [{ kind: 'def', ...this.headAndBody(line), line: line.number }];
    if (word === 'if') return [this.conditional(line)];
    if (word === 'for') return [this.loop(line)];
    if (word === 'else' || word === 'elif') throw new NotPython('SyntaxError', line.number);
    return simple(line.tokens, line.number);
  }

  /** `for name in …:`; with several names, or an `else`, it is not modelled. */
  private loop(line: Line): Statement {
    const { header, body } = this.headAndBody(line);
    const [name, word, ...over] = header;
    const next = this.lines[this.at];
    const hasElse = next?.indent === line.indent && next.tokens[0]?.text === 'else';
    if (name?.kind !== 'name' || word?.text !== 'in' || hasElse) throw new NotModelled();
    return { kind: 'for', target: name.text, over, body, line: line.number };
  }

  private conditional(line: Line): Statement {
    const branches: { condition: readonly Token[] | undefined; body: Block }[] = [];
    let current = line;
    for (;;) {
      const { header, body } = this.headAndBody(current);
      const isElse = current.tokens[0]?.text === 'else';
      branches.push({ condition: isElse ? undefined : header, body });
      const next = this.lines[this.at];
      const word = next?.tokens[0]?.text;
      if (isElse || !next || next.indent !== line.indent || (word !== 'elif' && word !== 'else')) break;
      this.at++;
      current = next;
    }
    return { kind: 'if', branches, line: line.number };
  }

  /** What is between the keyword and its colon, and the block after it. */
  private headAndBody(line: Line): { header: readonly Token[]; body: Block } {
    const colon = headerEnd(line.tokens);
    if (colon === -1) throw new NotPython('SyntaxError', line.number);
    const header = line.tokens.slice(1, colon);
    const inline = line.tokens.slice(colon + 1);
    if (inline.length > 0) return { header, body: simple(inline, line.number) };
    const next = this.lines[this.at];
    if (!next || next.indent <= line.indent) throw new NotPython('IndentationError', line.number);
    return { header, body: this.block(next.indent) };
  }
}

function headerEnd(tokens: readonly Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind !== 'op') return false;
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    return text === ':' && depth === 0;
  });
}

/** Statements on one line are separated by `;`. */
function simple(tokens: readonly Token[], line: number): readonly Statement[] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'op' && token.text === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter(({ length }) => length > 0).map((own) => ({ kind: 'simple', tokens: own, line }));
}
