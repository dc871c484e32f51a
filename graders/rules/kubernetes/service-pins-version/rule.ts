import { own } from '../../../core/own.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf, servicesBefore, servicesIn } from '../../../model/workloads/services.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';

/** Labels that tell the versions of one application apart. */
const versionKeys = ['version', 'app.kubernetes.io/version', 'track'];

export default rule({
  id: 'kubernetes/service-pins-version',
  severity: 'info',
  title: { es: 'El Service solo llega a una versión', en: 'The Service reaches one version only' },
  over: 'manifests',
  messages: {
    pinned: {
      es: 'El selector pide `{key}: {value}`: los pods de `{other}`, que llevan `{key}: {otherValue}`, no reciben tráfico de este Service.',
      en: 'The selector asks for `{key}: {value}`: the pods of `{other}`, which carry `{key}: {otherValue}`, get no traffic from this Service.',
    },
  },
  check(manifests, say) {
    const templates = podTemplatesOf(manifests);
    const services = servicesIn(manifests);
    for (const service of services) {
      const { selector, namespace, resource, spec } = service;
      const key = versionKeys.find((one) => Object.hasOwn(selector, one));
      if (key === undefined || podsOf(service, templates).length === 0) continue;
      const { [key]: value = '', ...rest } = selector;
      if (Object.keys(rest).length === 0) continue;
      const other = byLabel(templates)
        .with(namespace, rest)
        .find(({ labels }) => Object.hasOwn(labels, key) && own(labels, key) !== value);
      const isServed = other !== undefined && servicesBefore(other, services).some((one) => one !== service);
      if (!other || isServed) continue;
      const otherValue = own(other.labels, key) ?? '';
      say('pinned', placeOf(resource, spec.selector, key), { key, value, other: other.owner.name, otherValue });
    }
  },
});
