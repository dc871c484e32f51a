import { code } from '../../../core/code.ts';
import {
  type Asking,
  askingOf,
  bindingOf,
  openWaypoints,
  useLabel,
  type WaypointTraffic,
} from '../../../lab/istio/index.ts';
import type { Manifests } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';
import { isRendered } from '../world.ts';

export default rule({
  id: 'istio/unknown-waypoint',
  severity: 'warning',
  title: {
    es: 'El waypoint que se pide no está o no sirve',
    en: 'The waypoint that is asked for is not there or will not do',
  },
  over: 'manifests',
  messages: {
    missing: {
      es: 'En estos ficheros hay waypoints ({known}), pero no `{waypoint}`: el tráfico pasaría sin waypoint y sin sus políticas.',
      en: 'These files have waypoints ({known}), but not `{waypoint}`: traffic would go without a waypoint and its policies.',
    },
    otherClass: {
      es: 'El Gateway `{waypoint}` es de la clase `{gatewayClass}`, que no es de waypoints.',
      en: 'The Gateway `{waypoint}` is of class `{gatewayClass}`, which is not for waypoints.',
    },
    notAllowed: {
      es: 'El waypoint `{waypoint}` es de otro espacio de nombres, y sus `allowedRoutes` no admiten este.',
      en: 'The waypoint `{waypoint}` is of another namespace, and its `allowedRoutes` do not admit this one.',
    },
    misplaced: {
      es: 'La etiqueta está en {kind:el|la} {kind}, y quien usa un waypoint son los pods o el Service: aquí no hace nada.',
      en: 'The label is on the {kind}, and those who use a waypoint are the pods or the Service: here it does nothing.',
    },
    otherTraffic: {
      es: 'El waypoint `{waypoint}` es para `{traffic}` (`istio.io/waypoint-for`): lo que va a este objeto no pasa por él.',
      en: 'The waypoint `{waypoint}` is for `{traffic}` (`istio.io/waypoint-for`): what goes to this object does not go through it.',
    },
  },
  check(manifests, say) {
    if (!isRendered(manifests)) return;
    for (const { owner, path } of podTemplatesOf(manifests)) {
      const at = path.length > 0 ? spanOf(owner.metadata.labels, useLabel) : undefined;
      if (at) say('misplaced', at, { kind: owner.kind });
    }
    const world = openWaypoints(manifests.resources);
    const known = [...world.waypoints.keys()].map(code);
    const classes = gatewayClasses(manifests);
    for (const { asking, wanted } of askers(manifests)) {
      // Only the label of the object itself: that of its namespace is looked at once.
      const binding = asking.labels[useLabel] === undefined ? undefined : bindingOf(world, asking, wanted);
      if (!binding || !('problem' in binding)) continue;
      const { asked: waypoint, at, problem } = binding;
      const gatewayClass = classes.get(waypoint);
      if (problem === 'notAllowed') say('notAllowed', at, { waypoint });
      else if (problem === 'otherTraffic') {
        if (isForNobodyYet(asking, binding.traffic)) continue;
        say('otherTraffic', at, { waypoint, traffic: binding.traffic });
      } else if (gatewayClass !== undefined) say('otherClass', at, { waypoint, gatewayClass });
      else if (known.length > 0) say('missing', at, { waypoint, known });
    }
  },
});

/** A namespace may mean its pods, and a waypoint for nothing is there to be tried. */
function isForNobodyYet({ resource }: Asking, traffic: string): boolean {
  return resource.kind === 'Namespace' || traffic === 'none';
}

/** What may ask for a waypoint by a label of its own. */
function askers(manifests: Manifests): readonly { readonly asking: Asking; readonly wanted: WaypointTraffic }[] {
  const objects = manifests.resources
    .filter(({ kind, group }) => (group === '' && kind === 'Service') || group === 'networking.istio.io')
    .filter(({ kind }) => kind === 'Service' || kind === 'ServiceEntry')
    .map((resource) => ({ asking: askingOf(resource), wanted: 'service' as const }));
  const namespaces = manifests.resources
    .filter(({ kind, group }) => kind === 'Namespace' && group === '')
    .map((resource) => ({ asking: { ...askingOf(resource), namespace: resource.name }, wanted: 'service' as const }));
  const pods = podTemplatesOf(manifests).map(({ owner: resource, namespace, labels, metadata }) => ({
    asking: { namespace, labels, resource, written: metadata.labels },
    wanted: 'workload' as const,
  }));
  return [...namespaces, ...objects, ...pods];
}

/** Classes of the Gateways that are no waypoints, by `namespace/name`. */
function gatewayClasses({ resources }: Manifests): ReadonlyMap<string, string> {
  return new Map(
    resources
      .filter(({ kind, group }) => kind === 'Gateway' && group === gatewayGroup)
      .map(({ name, namespace = 'default', data }) => {
        const gatewayClass = text(fields(fields(data).spec).gatewayClassName) ?? '';
        return [`${namespace}/${name}`, gatewayClass] as const;
      }),
  );
}
