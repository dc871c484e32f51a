import type { Resource } from '../../../model/manifests/manifests.ts';
import { resource as resourceFrom } from '../../../model/manifests/read.ts';
import { withDefaults } from './defaults.ts';
import type { Fields, LiveCluster } from './live.ts';
import { insert } from './store.ts';

/** Where what nobody wrote was written. */
const nowhere = { path: '', from: 0, to: 0 };

/** An object that a controller or a command makes, without a file. */
export function madeObject(data: Fields): Resource<Fields> {
  return resourceFrom(data as unknown as Parameters<typeof resourceFrom>[0], nowhere, 'given') as Resource<Fields>;
}

/** What every cluster has before anybody applies anything: its namespaces, their accounts, the Service of the API server. */
export function born(live: LiveCluster): LiveCluster {
  const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'].map((name) =>
    madeObject({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
  );
  const service = madeObject({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kubernetes', namespace: 'default', labels: { component: 'apiserver', provider: 'kubernetes' } },
    spec: { ports: [{ name: 'https', port: 443, targetPort: 6443 }] },
  });
  return [...namespaces, service].reduce((next, object) => insert(next, withDefaults(object)), live);
}
