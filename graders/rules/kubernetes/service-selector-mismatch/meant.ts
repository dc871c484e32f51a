import { own } from '../../../core/own.ts';
import { byLabel } from '../../../model/workloads/by-label.ts';
import { matchesLabels } from '../../../model/workloads/selectors.ts';
import { type ServiceView, servicesBefore, servicesOfNamespace } from '../../../model/workloads/services.ts';
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
  const here = byLabel(templates).in(service.namespace).filter(isLongRunning);
  const beside = servicesOfNamespace(services, service.namespace);
  const elsewhere = byLabel(templates).anywhere(service.selector);
  const isFree = (template: PodTemplate) => servicesBefore(template, services).length === 0;
  return (
    here.find(({ owner }) => owner.name === service.resource.name) ??
    elsewhere.find(({ owner }) => owner.name === service.resource.name) ??
    (here.length === 1 && beside.length === 1 ? here[0] : undefined) ??
    here.find((template) => sharesIdentity(service, template) && isFree(template)) ??
    here.find((template) => isSlip(service, template) && isFree(template)) ??
    elsewhere[0]
  );
}

const sharesIdentity = ({ selector }: ServiceView, { labels }: PodTemplate): boolean =>
  Object.entries(selector).some(([key, value]) => !generic.test(key) && matchesLabels({ [key]: value }, labels));

const isSlip = ({ selector }: ServiceView, { labels }: PodTemplate): boolean =>
  Object.entries(selector).some(([key, value]) => {
    const sameKey = Object.hasOwn(labels, key) ? own(labels, key) : undefined;
    const otherKey = lookalike(key, Object.keys(labels));
    const sameValue = otherKey !== undefined && own(labels, otherKey) === value;
    return sameValue || (sameKey !== undefined && lookalike(value, [sameKey]) !== undefined);
  });
