import {
  askingOf,
  bindingOf,
  openWaypoints,
  rootNamespace,
  type WaypointWorld,
  waypointClass,
} from '../../../lab/istio/index.ts';
import { lookup } from '../../../model/manifests/lookup.ts';
import type { Manifests, Resource } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { readTargetRefs, type TargetRef } from '../../../model/mesh/target-refs.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { isRendered } from '../world.ts';

export default rule({
  id: 'istio/unknown-policy-target',
  severity: 'warning',
  title: { es: 'Una política dirigida a algo que no la aplica', en: 'A policy for something that does not apply it' },
  over: 'manifests',
  messages: {
    missing: {
      es: 'En el espacio de nombres `{namespace}` de estos ficheros no hay {kind:ningún|ninguna} {kind} `{name}`; están {known}.',
      en: 'Namespace `{namespace}` of these files has no {kind} `{name}`; there are {known}.',
    },
    noWaypoint: {
      es: 'En estos ficheros, ni `{name}` ni su espacio de nombres usan un waypoint (`istio.io/use-waypoint`): nadie aplica {policy:este|esta} {policy}.',
      en: 'In these files, neither `{name}` nor its namespace uses a waypoint (`istio.io/use-waypoint`): nobody applies this {policy}.',
    },
    classElsewhere: {
      es: 'Dirigirse a una GatewayClass solo vale en el espacio de nombres raíz (`istio-system`): aquí nadie aplica {policy:este|esta} {policy}.',
      en: 'A GatewayClass can only be a target in the root namespace (`istio-system`): here nobody applies this {policy}.',
    },
    otherClass: {
      es: 'De las GatewayClass solo se puede señalar `istio-waypoint`: nadie aplica {policy:este|esta} {policy}.',
      en: 'Of GatewayClasses only `istio-waypoint` can be a target: nobody applies this {policy}.',
    },
  },
  check(manifests, say) {
    if (!isRendered(manifests)) return;
    const world = openWaypoints(manifests.resources);
    for (const resource of manifests.resources) {
      const { kind: policy, namespace = 'default' } = resource;
      if (!policies.includes(`${resource.group}/${policy}`)) continue;
      for (const target of readTargetRefs(fields(fields(resource.data).spec))) {
        const { node, kind, name } = target;
        const at = spanOf(node, 'name') ?? spanOf(node) ?? resource.at;
        if (kind === 'GatewayClass') {
          if (namespace !== rootNamespace) say('classElsewhere', spanOf(node, 'kind') ?? at, { policy });
          else if (name !== waypointClass) say('otherClass', at, { policy });
          continue;
        }
        const all = targetsIn(manifests, target, namespace);
        const found = all.find((one) => one.name === name);
        if (!found) {
          const known = all.map((one) => `\`${one.name}\``);
          if (known.length > 0) say('missing', at, { kind, name, namespace, known });
        } else if (kind !== 'Gateway' && isUnused(world, found)) say('noWaypoint', at, { name, policy });
      }
    }
  },
});

const policies: readonly string[] = [
  'security.istio.io/AuthorizationPolicy',
  'security.istio.io/RequestAuthentication',
];

/** What a policy of a namespace could mean: the objects of that kind there. */
function targetsIn({ resources }: Manifests, { group, kind }: TargetRef, where: string): readonly Resource[] {
  if (!['Service', 'ServiceEntry', 'Gateway'].includes(kind)) return [];
  return lookup(resources)
    .inNamespace(group, kind, where)
    .filter(({ name }) => name !== '');
}

/** Known for sure only where the files show the namespace and its labels. */
function isUnused(world: WaypointWorld, target: Resource): boolean {
  const { namespace = 'default' } = target;
  return world.namespace(namespace) !== undefined && bindingOf(world, askingOf(target), 'service') === undefined;
}
