import { code } from '../../core/code.ts';
import { finding } from '../../core/finding.ts';
import { nearest } from '../../core/nearest.ts';
import { own } from '../../core/own.ts';
import { badArguments } from '../../parse/dockerfile/findings.ts';
import type { Flag } from '../../parse/dockerfile/flags.ts';
import { Refusal } from './reading.ts';

const types: readonly string[] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const keys: readonly string[] =
  'type from source target readonly id sharing required size mode uid gid src dst destination ro rw readwrite env'.split(
    ' ',
  );
/** Options that may stand without a value. */
const bare: readonly string[] = ['readonly', 'ro', 'readwrite', 'rw', 'required'];

/** Nothing can be mounted over the root. */
const notRoot = /^(?!\/+$)/;

const shapes: Readonly<Record<string, RegExp>> = {
  type: /^(?:bind|cache|tmpfs|secret|ssh)$/i,
  sharing: /^(?:shared|private|locked)$/i,
  mode: /^[0-7]+$/,
  size: /^\d+(?:\.\d+)? ?(?:[kmgtp]i?)?b?$/i,
  target: notRoot,
  dst: notRoot,
  destination: notRoot,
  uid: /^\d+$/,
  gid: /^\d+$/,
  readonly: /^(?:true|false|[01tf])$/i,
  ro: /^(?:true|false|[01tf])$/i,
  readwrite: /^(?:true|false|[01tf])$/i,
  rw: /^(?:true|false|[01tf])$/i,
  required: /^(?:true|false|[01tf])$/i,
};

/** Options that only some types of mount have. */
const owners: Readonly<Record<string, readonly string[]>> = {
  size: ['tmpfs'],
  required: ['secret', 'ssh'],
  sharing: ['cache'],
  mode: ['secret', 'ssh', 'cache'],
  uid: ['secret', 'ssh', 'cache'],
  gid: ['secret', 'ssh', 'cache'],
};

/**
 * The options of `RUN --mount=…`. A value with a variable is left alone, save in `from`, which takes none.
 * @throws Refusal with the first option that BuildKit refuses
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export function checkMount({ value = '', valueAt: at }: Flag): void {
  const options = value.split(',').map((option) => {
    const equals = option.indexOf('=');
    const name = (equals === -1 ? option : option.slice(0, equals)).toLowerCase();
    return { name, ...(equals !== -1 && { value: option.slice(equals + 1) }) };
  });
  const type = options.find(({ name }) => name === 'type')?.value?.toLowerCase() ?? 'bind';
  for (const { name, value: found } of options) {
    if (!keys.includes(name)) throw unknownOption(name, at);
    if (found === undefined) {
      if (!bare.includes(name)) throw new Refusal(finding(badArguments, 'mountBare', at, { option: name }));
    } else if (found.includes('$')) {
      if (name === 'from') throw new Refusal(finding(badArguments, 'fromVariable', at, { found }));
      continue;
    } else if (own(shapes, name)?.test(found) === false) {
      throw new Refusal(finding(badArguments, 'mountValue', at, { option: name, found }));
    }
    const allowed = own(owners, name);
    if (allowed && types.includes(type) && !allowed.includes(type)) {
      throw new Refusal(finding(badArguments, 'mountOwner', at, { option: name, type, types: allowed.map(code) }));
    }
  }
  const given = (...names: string[]): boolean => options.some(({ name }) => names.includes(name));
  if (type === 'secret' && !given('id', 'source', 'src', 'target', 'dst', 'destination')) {
    throw new Refusal(finding(badArguments, 'mountSecret', at, {}));
  }
}

function unknownOption(option: string, at: Flag['valueAt']): Refusal {
  const suggestion = nearest(option, keys);
  return new Refusal(
    suggestion === undefined
      ? finding(badArguments, 'mountOption', at, { option })
      : finding(badArguments, 'suggestedMountOption', at, { option, suggestion }),
  );
}
