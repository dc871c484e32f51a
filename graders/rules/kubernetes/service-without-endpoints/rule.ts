import { pairsAsCode } from '../../../core/code.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podsOf, selectsPods, servicesIn } from '../../../model/workloads/services.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isObject } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { meantBy } from '../service-selector-mismatch/meant.ts';
import { isWorld } from '../worlds.ts';

export default rule({
  id: 'kubernetes/service-without-endpoints',
  severity: 'info',
  title: {
    es: 'Ningún pod de estos ficheros está detrás del Service',
    en: 'No pod of these files is behind the Service',
  },
  related: ['dangling-service', 'service-targets-pod'],
  over: 'manifests',
  messages: {
    none: {
      es: 'Ningún pod de estos ficheros lleva las etiquetas {labels} que pide el Service `{service}`.',
      en: 'No pod of these files has the labels {labels} that the Service `{service}` asks for.',
    },
  },
  check(manifests, say) {
    if (!isWorld(manifests) || manifests.resources.some(({ data }) => makesUnknownPods(data))) return;
    const templates = podTemplatesOf(manifests);
    const services = servicesIn(manifests);
    for (const service of services) {
      const { resource, namespace, selector, spec } = service;
      if (!selectsPods(service) || podsOf(service, templates).length > 0) continue;
      if (byLabel(templates).in(namespace).length === 0 || meantBy(service, templates, services)) continue;
      const labels = pairsAsCode(Object.entries(selector));
      say('none', placeOf(resource, spec, 'selector'), { labels, service: resource.name });
    }
  },
});

/** Operators make pods of their own kinds (a Rollout, a database cluster), whose labels no file shows. */
function makesUnknownPods(data: unknown): boolean {
  const { apiVersion } = isObject(data) ? data : {};
  return (
    typeof apiVersion === 'string' &&
    /^[^/]+\.[^/]+\//.test(apiVersion) &&
    !/k8s\.io\/|istio\.io\/|linkerd\.io\//.test(apiVersion)
  );
}
