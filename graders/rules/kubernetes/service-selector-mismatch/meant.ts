import { matchesLabels } from '../../../model/workloads/selectors.ts';
import { podsOf, type ServiceView } from '../../../model/workloads/services.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { isLongRunning, type PodTemplate } from '../../../model/workloads/templates.ts';

/** Labels that many unrelated workloads share, so that sharing them proves nothing. */
const generic =
  /^(?:env|environment|stage|tier|team|release|heritage|chart|project|managed-by|part-of|version|track)$|\/(?:managed-by|part-of|version|instance|component)$/;

/**
 * The workload whose pods the Service surely meant: one of the same name, here or, with the right labels, in another
 * namespace; the only one, when the Service is the only one
 * too; one that no other Service reaches and shares part of the selector or is a slip of the pen away; or the right one in
 * another namespace. None when it may be a workload of another file.
 */
export function meantBy(
  service: ServiceView,
  templates: readonly PodTemplate[],
  services: readonly ServiceView[],
): PodTemplate | undefined {
  const here = templates.filter((template) => isLongRunning(template) && template.namespace === service.namespace);
  const beside = services.filter(({ namespace }) => namespace === service.namespace);
  const served = new Set(beside.flatMap((one) => podsOf(one, here)));
  const elsewhere = templates.filter(({ labels }) => matchesLabels(service.selector, labels));
  const free = here.filter((template) => !served.has(template));
  return (
    here.find(({ owner }) => owner.name === service.resource.name) ??
    elsewhere.find(({ owner }) => owner.name === service.resource.name) ??
    (here.length === 1 && beside.length === 1 ? here[0] : undefined) ??
    free.find((template) => sharesIdentity(service, template)) ??
    free.find((template) => isSlip(service, template)) ??
    elsewhere[0]
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
