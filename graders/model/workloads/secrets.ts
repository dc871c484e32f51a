import type { Manifests } from '../manifests/manifests.ts';
import { isObject, text } from './values.ts';

/** `NAMESPACE/NAME` of the Secrets written out, and of those that a SealedSecret, an ExternalSecret or a Certificate turns into. */
export function secretsMadeBy({ resources }: Manifests): ReadonlySet<string> {
  return new Set(
    resources.flatMap(({ kind, name, namespace = '', data }) => {
      const spec = isObject(data) && isObject(data.spec) ? data.spec : {};
      const target = isObject(spec.target) ? text(spec.target.name) : undefined;
      const made = kind.endsWith('Secret') ? [name, target] : [text(spec.secretName)];
      return made.flatMap((one) => (one === undefined ? [] : [`${namespace}/${one}`]));
    }),
  );
}
