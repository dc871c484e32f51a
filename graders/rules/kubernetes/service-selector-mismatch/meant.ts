import { matchesLabels } from '../../../model/workloads/selectors.ts';
import type { ServiceView } from '../../../model/workloads/services.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import type { PodTemplate } from '../../../model/workloads/templates.ts';

/** Labels that many unrelated workloads share, so that sharing them proves nothing. */
const generic =
  /^(?:env|environment|stage|tier|team|release|heritage|chart|project|managed-by|part-of|version|track)$|\/(?:managed-by|part-of|version|instance|component)$/;

/**
 * The workload whose pods the Service surely meant: one of the same name, one that shares part of the selector, one
 * a slip of the pen away, or the right one in another namespace. None when it may be a workload of another file.
 */
export function meantBy(service: ServiceView, templates: readonly PodTemplate[]): PodTemplate | undefined {
  const here = templates.filter(({ namespace }) => namespace === service.namespace);
  return (
    here.find(({ owner }) => owner.name === service.resource.name) ??
    here.find((template) => sharesIdentity(service, template)) ??
    here.find((template) => isSlip(service, template)) ??
    templates.find(({ labels }) => matchesLabels(service.selector, labels))
  );
}

const sharesIdentity = ({ selector }: ServiceView, { labels }: PodTemplate): boolean =>
  Object.entries(selector).some(([key, value]) => !generic.test(key) && matchesLabels({ [key]: value }, labels));

const isSlip = ({ selector }: ServiceView, { labels }: PodTemplate): boolean =>
  Object.entries(selector).some(([key, value]) => {
    const sameKey = Object.hasOwn(labels, key) ? labels[key] : undefined;
    const otherKey = lookalike(key, Object.keys(labels));
    const sameValue = otherKey !== undefined && labels[otherKey] === value;
    return sameValue || (sameKey !== undefined && lookalike(value, [sameKey]) !== undefined);
  });
