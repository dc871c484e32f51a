import type { Span } from '../../../core/span.ts';
import type { Configuration, Value } from './configuration.ts';
import { environments } from './names.ts';

export type ContainerKind = keyof typeof environments;

export const containerKinds = ['master', 'map', 'reduce'] as const satisfies readonly ContainerKind[];

/** The environment a job asks for one kind of its containers. */
export interface Environment {
  get(name: string): Value | undefined;
  /** Where a variable is written; where the environment is, or the whole file, for one that is not. */
  place(name: string): Span;
}

/**
 * Variables of a property such as `mapreduce.map.env`, as `A=1,B=2`, and of `mapreduce.map.env.NAME`, which count first. What stands
 * between two commas and is no `NAME=value` is passed over: a blank or a new line before a name is enough.
 * @see Apps.setEnvFromInputProperty of hadoop-yarn-common 3.4.1
 */
export function environmentOf(job: Configuration, kind: ContainerKind): Environment {
  const property = environments[kind];
  const values = new Map<string, Value>();
  const whole = job.get(property);
  for (const part of whole?.written.split(',') ?? []) {
    const [, name, text] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(part) ?? [];
    if (name !== undefined && text !== undefined)
      values.set(name, { text, written: text, ...(whole?.at && { at: whole.at }) });
  }
  for (const [name, value] of job.under(`${property}.`)) values.set(name, { ...value, text: value.written });
  return {
    get: (name) => values.get(name),
    place: (name) => values.get(name)?.at ?? job.place(property),
  };
}
