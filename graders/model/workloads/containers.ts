import type { IContainer } from 'kubernetes-models/v1';
import { memo } from '../../core/memo.ts';
import type { Manifests } from '../manifests/manifests.ts';
import { type PodTemplate, podTemplatesOf } from './templates.ts';
import { items } from './values.ts';

/** `init` runs to completion before the pod starts; `sidecar` is an init container with `restartPolicy: Always`. */
export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral';

export interface ContainerView {
  readonly role: ContainerRole;
  /** Located data: `spanOf(container, 'image')`. */
  readonly container: IContainer;
  /** Where the container stands in the data of the owner. */
  readonly path: readonly (string | number)[];
}

/**
 * Every container of a pod: init containers and sidecars in start order, then the main ones. Read once: dozens of rules ask
 * for the containers of the same world.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export const containersOf: (template: PodTemplate) => readonly ContainerView[] = memo(readContainers);

function readContainers(template: PodTemplate): readonly ContainerView[] {
  return [
    ...views(template, 'initContainers', ({ restartPolicy }) => (restartPolicy === 'Always' ? 'sidecar' : 'init')),
    ...views(template, 'containers', () => 'main'),
    ...views(template, 'ephemeralContainers', () => 'ephemeral'),
  ];
}

/** The containers that run as long as the pod does: main ones and sidecars. */
export function runningContainersOf(template: PodTemplate): readonly ContainerView[] {
  return containersOf(template).filter(({ role }) => role === 'main' || role === 'sidecar');
}

/** A container together with the template it stands in. */
export interface PlacedContainer extends ContainerView {
  readonly template: PodTemplate;
}

/** Every container of a world, in file order. */
export function containersIn(manifests: Manifests): readonly PlacedContainer[] {
  const found: PlacedContainer[] = [];
  for (const template of podTemplatesOf(manifests))
    for (const { role, container, path } of containersOf(template)) found.push({ role, container, path, template });
  return found;
}

type Field = 'initContainers' | 'containers' | 'ephemeralContainers';

function views(template: PodTemplate, field: Field, role: (container: IContainer) => ContainerRole): ContainerView[] {
  const list: readonly IContainer[] | undefined = template.spec[field];
  return items(list).map((container) => ({
    role: role(container),
    container,
    path: [...template.path, 'spec', field, list?.indexOf(container) ?? 0],
  }));
}
