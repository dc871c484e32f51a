import type { Messages } from '../../../core/messages.ts';

/** What workload controllers say during a rollout. */
export const sentences = {
  rolloutBounds: {
    es: 'Con {replicas} {replicas:réplica|réplicas}, la actualización admite como mucho {most} pods a la vez y exige al menos {least} disponibles.',
    en: 'With {replicas} {replicas:replica|replicas}, the update allows at most {most} pods at once and asks for at least {least} available.',
  },
  rolloutUnchanged: {
    es: 'La plantilla de pods es la misma: no hay nada que sustituir.',
    en: 'The pod template is the same: there is nothing to replace.',
  },
  rolloutStep: {
    es: '{at} s: {oldPods} {oldPods:pod antiguo|pods antiguos} y {newPods} {newPods:nuevo|nuevos}, {available} {available:disponible|disponibles}.',
    en: '{at} s: {oldPods} old {oldPods:pod|pods} and {newPods} new, {available} available.',
  },
  rolloutComplete: {
    es: '{at} s: la actualización termina con {newPods} {newPods:pod nuevo|pods nuevos}.',
    en: '{at} s: the update completes with {newPods} new {newPods:pod|pods}.',
  },
  rolloutStuck: {
    es: '{at} s: la actualización se queda a medias, con {oldPods} {oldPods:pod antiguo|pods antiguos} y {newPods} {newPods:nuevo que no llega a estar listo|nuevos que no llegan a estar listos}.',
    en: '{at} s: the update stops half-way, with {oldPods} old {oldPods:pod|pods} and {newPods} new that never {newPods:becomes|become} ready.',
  },
  turnoverReplaced: {
    es: '`{workload}`: su plantilla es otra, y {replaced:se crea de nuevo|se crean de nuevo} {replaced} {replaced:pod|pods}.',
    en: '`{workload}`: its template is another one, and its {replaced} {replaced:pod is|pods are} made anew.',
  },
  turnoverAdded: {
    es: '`{workload}`: {kept:sigue|siguen} {kept} {kept:pod|pods} y {added:llega|llegan} {added}; la plantilla es la misma.',
    en: '`{workload}`: {kept} {kept:pod stays|pods stay} and {added} {added:is|are} added; the template is the same.',
  },
  turnoverRemoved: {
    es: '`{workload}`: {kept:sigue|siguen} {kept} {kept:pod|pods} y {removed:se va|se van} {removed}; la plantilla es la misma.',
    en: '`{workload}`: {kept} {kept:pod stays|pods stay} and {removed} {removed:goes|go}; the template is the same.',
  },
  turnoverKept: {
    es: '`{workload}`: {kept:sigue su pod|siguen sus pods}, {kept} en total; nada de su plantilla cambia.',
    en: '`{workload}`: {kept:its pod stays|its pods stay}, {kept} in all; nothing in its template changes.',
  },
} as const satisfies Messages;
