import type { Value } from './values.ts';

/** What expressions need from the program around them. */
export interface Context {
  lookup(name: string): Value | undefined;
  call(callee: Value, args: readonly Value[], named: Readonly<Record<string, Value>>): Value;
  callBuiltin(name: string, args: readonly Value[], named: Readonly<Record<string, Value>>): Value;
  /** A name of a module that lies beside the program; undefined for any other module. @throws Raised without such a name */
  member(path: string): Value | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly argv: readonly string[] | undefined;
}
