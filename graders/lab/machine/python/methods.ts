import { own } from '../../../core/own.ts';
import type { Context } from './context.ts';
import { limited, shown } from './operations.ts';
import { NotModelled } from './tokens.ts';
import { isFunction, isModule, type Value } from './values.ts';

/** What a method of a value gives, or a function of a module. @throws NotModelled */
export function method(
  of: Value,
  name: string,
  args: readonly Value[],
  named: Readonly<Record<string, Value>>,
  context: Context,
): Value {
  if (isModule(of)) return context.callBuiltin(`${of.path}.${name}`, args, named);
  if (typeof of !== 'string' || isFunction(of)) throw new NotModelled();
  const [first, second] = args;
  if (name === 'format') return formatted(of, args, named);
  if (name === 'join' && Array.isArray(first)) return limited(first.map(shown).join(of));
  if (name === 'replace' && typeof first === 'string' && typeof second === 'string' && first !== '')
    return of.replaceAll(first, second);
  if (args.length > 0) throw new NotModelled();
  if (name === 'upper') return of.toUpperCase();
  if (name === 'lower') return of.toLowerCase();
  if (name === 'strip') return of.trim();
  if (name === 'capitalize') return of.charAt(0).toUpperCase() + of.slice(1).toLowerCase();
  throw new NotModelled();
}

/** `'{} {name}'.format(…)`. */
function formatted(pattern: string, args: readonly Value[], named: Readonly<Record<string, Value>>): string {
  let next = 0;
  return pattern.replace(/\{\{|\}\}|\{(\w*)\}|[{}]/g, (whole, name: string | undefined) => {
    if (whole === '{{' || whole === '}}') return whole.charAt(0);
    if (name === undefined) throw new NotModelled();
    const value = name === '' ? args[next++] : /^\d+$/.test(name) ? args[Number(name)] : own(named, name);
    if (value === undefined) throw new NotModelled();
    return shown(value);
  });
}
