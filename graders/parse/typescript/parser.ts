import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, type Program } from 'acorn';

/**
 * How much a file may ask of its reader. Counted by the reader itself and never left to the engine's stack or to a clock,
 * so that the answer is the same in every version of Node and in every browser.
 */
export const effort = {
  /**
   * Levels of the recursion below. An array, a call or an arrow takes about three, an operator one: some 130 brackets, 130
   * arrows or 400 operators one inside of the other. The smallest stack that was measured (984 kB) holds 730.
   */
  depth: 400,
  /** Tokens read for each character. Every file of this repository takes less than one; what is read again counts again. */
  tokensPerCharacter: 4,
} as const;

/** A file that asks for more. */
export class TooMuch extends Error {
  constructor(
    readonly what: 'depth' | 'steps',
    /** Where the reader stood. */
    readonly offset: number,
  ) {
    super(what);
  }
}

/** The rules of the grammar through which every recursion passes, of acorn and of its TypeScript. */
const recursive = [
  ...['parseStatement', 'parseMaybeAssign', 'parseMaybeUnary', 'parseExprOp', 'parseSubscripts', 'parseExprAtom'],
  ...['parseClass', 'parseBindingAtom', 'tsParseType', 'tsParseNonArrayType', 'tsParseModuleOrNamespaceDeclaration'],
] as const;

type Rule = (this: unknown, ...args: unknown[]) => unknown;

/** What of a parser its declarations do not tell. */
interface Inside {
  readonly pos: number;
  readonly input: string;
  nextToken(): void;
}

/** Makes a parser count. The TypeScript reader goes back and tries again, for which it catches errors that are no `TooMuch`. */
function counted(Base: typeof Parser): typeof Parser {
  const base = Base.prototype as unknown as Inside & Partial<Record<(typeof recursive)[number], Rule>>;
  class Counted extends Base {
    depth = 0;
    private tokens = 0;

    nextToken(): void {
      const { pos, input } = this as unknown as Inside;
      if (this.tokens++ > effort.tokensPerCharacter * input.length + 1_000) throw new TooMuch('steps', pos);
      base.nextToken.call(this as unknown as Inside);
    }
  }
  for (const name of recursive) {
    const rule = base[name];
    if (!rule) continue;
    Object.defineProperty(Counted.prototype, name, {
      value(this: Counted, ...args: unknown[]) {
        if (this.depth >= effort.depth) throw new TooMuch('depth', (this as unknown as Inside).pos);
        this.depth++;
        try {
          return rule.apply(this, args);
        } finally {
          this.depth--;
        }
      },
    });
  }
  return Counted;
}

const JavaScript = Parser.extend(counted as never);
const TypeScript = Parser.extend(tsPlugin(), counted as never);
const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const;

/**
 * Reads TypeScript into its syntax tree.
 * @throws {SyntaxError} with the offset in `pos`, where the text is none
 * @throws {TooMuch} where it asks for more than the reader gives
 */
export function parseTypeScript(text: string): Program {
  return TypeScript.parse(text, options);
}

/** Whether a text is JavaScript, as a module or as a script: types that were left in it make it none. */
export function isJavaScript(text: string): boolean {
  return (['module', 'script'] as const).some((sourceType) => {
    try {
      JavaScript.parse(text, { ecmaVersion: 'latest', sourceType, allowReturnOutsideFunction: true });
      return true;
    } catch {
      return false;
    }
  });
}

/** Reads JavaScript, under the same conditions: all of it is TypeScript, but the reader of that trips over some. */
export function parseJavaScript(text: string): Program {
  return JavaScript.parse(text, options);
}
