import { lookup } from '../../model/manifests/lookup.ts';
import { fields, fieldsList } from '../../model/mesh/fields.ts';
import { integer, text } from '../../model/workloads/values.ts';
import { selects } from '../cluster/index.ts';
import { boxId, type Wire } from './picture.ts';
import type { View } from './view.ts';

const group = 'policy.linkerd.io';

/** What the policies of Linkerd connect: Servers with pods, and what is authorized with the Server or route it names. */
export function linkerdWires(view: View): readonly Wire[] {
  const of = (kind: string) => lookup(view.state.resources).ofKind(group, kind);
  const servers = of('Server').flatMap(({ kind, name, namespace = 'default', data }) => {
    const { podSelector, port } = fields(fields(data).spec);
    const labels = [integer(port) ?? text(port)].flatMap((one) => (one === undefined ? [] : [`:${one}`]));
    return view
      .makersOf((pod) => selects(podSelector, pod), namespace)
      .map((to): Wire => ({ from: boxId(kind, namespace, name), to, kind: 'control', broken: false, labels }));
  });
  const routes = of('HTTPRoute').flatMap(({ kind, name, namespace = 'default', data }) =>
    fieldsList(fields(fields(data).spec).parentRefs).map((parent): Wire => {
      const to = boxId(text(parent.kind) ?? 'Server', text(parent.namespace) ?? namespace, text(parent.name) ?? '');
      return { from: boxId(kind, namespace, name), to, kind: 'control', broken: false, labels: [] };
    }),
  );
  const authorized = of('AuthorizationPolicy').map(({ kind, name, namespace = 'default', data }): Wire => {
    const target = fields(fields(fields(data).spec).targetRef);
    const to = boxId(text(target.kind) ?? '', namespace, text(target.name) ?? '');
    return { from: boxId(kind, namespace, name), to, kind: 'control', broken: false, labels: [] };
  });
  return [...servers, ...routes, ...authorized];
}
