/** The namespaces of objects, one of them more often. */
export const namespaces = ['shop', 'shop', 'other'];

/** Names of Services, there and not there, as they may be written. */
export const hosts = [
  'reviews',
  'ratings',
  'reviews.shop.svc.cluster.local',
  'ratings.other.svc.cluster.local',
  'nobody',
  'nobody.shop.svc.cluster.local',
];

export const named = (kind: string, apiVersion: string, name: string, namespace: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec,
});
