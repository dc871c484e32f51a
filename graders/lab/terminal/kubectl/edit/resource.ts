import type { Resource } from '../../../../model/manifests/manifests.ts';
import { type RawObject, resource } from '../../../../model/manifests/read.ts';
import { relocate } from '../../../../parse/yaml/located.ts';
import { type Fields, madeObject } from '../../../cluster/index.ts';

/** A changed object as a manifest that stands where the one it was made from was written. */
export function resourceFrom(data: Fields, from: Resource): Resource<Fields> {
  const located = typeof from.data === 'object' && from.data !== null ? relocate({ ...data }, from.data) : data;
  const made = resource(located as unknown as RawObject, from.at, from.origin) as Resource<Fields>;
  return from.namespace === made.namespace ? made : { ...made, namespace: from.namespace };
}

/** An object that a command makes: nobody wrote it in a file. */
export const newResource = (data: Fields): Resource<Fields> => madeObject(data);
