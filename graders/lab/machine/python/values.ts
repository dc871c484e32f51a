import type { Block } from './blocks.ts';
import type { Token } from './tokens.ts';

/** A value of the modelled part of Python. `null` is None. */
export type Value = string | number | boolean | null | readonly Value[] | PyFunction | Module;

export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly fallback?: readonly Token[] }[];
  readonly body: Block;
  /** The global names of the module that defines it. */
  readonly globals?: Map<string, Value>;
}

/** A Python exception that certainly happens. */
export class Raised extends Error {
  constructor(readonly error: string) {
    super(error);
  }
}

/** What `%` spreads over the places of a text, as a list is not. */
export class Tuple extends Array<Value> {}

/** An imported module, or something in one: `sys.stdout`. */
export interface Module {
  readonly kind: 'module';
  readonly path: string;
}

export function isModule(value: Value): value is Module {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'module';
}

export function isFunction(value: Value): value is PyFunction {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'function';
}

/** What `str()` gives; undefined where it is not modelled. */
export function text(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : undefined;
}

export function truth(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}

/** Names of the language that are not modelled: using one is no mistake, only beyond what can be told. */
export const builtins: ReadonlySet<string> = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr
  dict dir divmod enumerate eval exec exit quit filter float format frozenset getattr globals hasattr hash help hex id
  input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property
  range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __file__
  __doc__ __builtins__ __debug__ __spec__ __package__ copyright credits license Exception BaseException ValueError
  TypeError KeyError RuntimeError SystemExit KeyboardInterrupt NotImplemented Ellipsis StopIteration OSError IOError
  ImportError AttributeError IndexError NameError`
    .trim()
    .split(/\s+/),
);

/** Exceptions that a program may raise by name. */
export const exceptions: ReadonlySet<string> = new Set(
  'SystemExit Exception RuntimeError ValueError TypeError KeyError NotImplementedError AssertionError OSError'.split(
    ' ',
  ),
);

/** Modules of the standard library that simple programs import. */
export const standardModules: ReadonlySet<string> = new Set(
  `sys os time datetime logging argparse json random string textwrap pathlib signal typing math collections functools
  itertools platform socket subprocess re threading dataclasses enum io contextlib asyncio abc locale __future__`
    .trim()
    .split(/\s+/),
);
