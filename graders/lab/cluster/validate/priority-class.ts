import type { IPriorityClass } from 'kubernetes-models/scheduling.k8s.io/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { placeOf, titleOf } from '../../../model/workloads/places.ts';
import { integer } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

/** Above are the classes of the cluster itself. */
const highest = 1_000_000_000;

/** The classes that every cluster has, with their value. */
const ofTheCluster = new Map([
  ['system-node-critical', 2_000_001_000],
  ['system-cluster-critical', 2_000_000_000],
]);

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass */
export const priorityClassLaw = law({
  messages: {
    reserved: {
      es: 'Los nombres que empiezan por `system-` son de las clases del propio clúster: `{name}` no se puede crear.',
      en: 'Names that begin with `system-` are of the classes of the cluster itself: `{name}` cannot be created.',
    },
    tooHigh: {
      es: '{value} pasa de 1000000000, la prioridad más alta que puede crear una persona.',
      en: '{value} exceeds 1000000000, the highest priority that a person can create.',
    },
  },
  check(manifests, say) {
    for (const owner of ofKind<IPriorityClass>(manifests, 'PriorityClass', 'scheduling.k8s.io')) {
      const value = integer(owner.data.value) ?? 0;
      const known = ofTheCluster.get(owner.name);
      if (known === value) continue;
      if (owner.name.startsWith('system-')) say('reserved', titleOf(owner), { name: owner.name });
      else if (value > highest) say('tooHigh', placeOf(owner, owner.data, 'value'), { value });
    }
  },
});
