import { describe, expect, it } from 'vitest';
import { offersAt } from './completion.ts';
import { namesIn } from './names.ts';
import { placeAt } from './place.ts';

const world = `apiVersion: v1
kind: Namespace
metadata: { name: tienda }
---
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: tienda }
spec:
  selector: { app: reviews }
  ports: [{ name: http, port: 9080, targetPort: web }]
---
apiVersion: v1
kind: Service
metadata: { name: pagos, namespace: banco }
spec:
  ports: [{ port: 443 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1, namespace: tienda }
spec:
  template:
    metadata: { labels: { app: reviews, version: v1 } }
    spec:
      serviceAccountName: lectora
      containers: [{ name: a, image: a, ports: [{ name: web, containerPort: 8000 }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: r, namespace: tienda }
spec:
  host: reviews
  subsets: [{ name: v1, labels: { version: v1 } }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: puerta, namespace: tienda }
spec:
  servers: [{ hosts: [tienda.example.com] }]
`;

function offers(text: string): readonly string[] {
  const at = text.indexOf('|');
  const typed = text.replace('|', '');
  const place = placeAt(typed, at);
  const names = namesIn([{ path: 'world.yaml', text: world }], new Map());
  return place ? offersAt(place, names).map(({ text: offered }) => offered) : [];
}

const inShop = 'metadata:\n  namespace: tienda\nspec:\n';

describe('completion', () => {
  it.each([
    ['host: |', ['reviews', 'pagos.banco.svc.cluster.local', 'tienda.example.com']],
    ['host: reviews\n  subset: |', ['v1']],
    ['host: pagos.banco\n  subset: |', []],
    ['host: reviews\n  port:\n    number: |', ['9080']],
    ['host: pagos.banco.svc.cluster.local\n  port:\n    number: |', ['443']],
    ['targetPort: |', ['8000', 'web']],
    ['serviceAccountName: |', ['lectora']],
    ['principals: [|', ['cluster.local/ns/tienda/sa/lectora']],
    ['gateways:\n    - |', ['puerta', 'mesh']],
    ['selector:\n    app: |', ['reviews']],
    ['selector:\n    |', ['app: reviews', 'version: v1']],
    ['scaleTargetRef:\n    kind: Deployment\n    name: |', ['reviews-v1']],
    ['scaleTargetRef:\n    kind: StatefulSet\n    name: |', []],
    ['replicas: |', []],
  ])('after %j', (text, expected) => {
    expect(offers(`${inShop}  ${text}`)).toEqual(expected);
  });

  it('offers namespaces', () => {
    expect(offers('metadata:\n  namespace: |')).toEqual(['tienda', 'banco']);
  });

  it('names a Service of another namespace whole', () => {
    expect(offers('metadata:\n  namespace: banco\nspec:\n  host: |')).toContain('reviews.tienda.svc.cluster.local');
  });

  it('goes on with what a file last said while it cannot be read', () => {
    const kept = new Map();
    namesIn([{ path: 'a.yaml', text: world }], kept);
    expect(namesIn([{ path: 'a.yaml', text: `${world}---\nkind: [` }], kept).services).toHaveLength(2);
  });

  it('takes nothing that is not there for a name', () => {
    const odd =
      'apiVersion: v1\nkind: Service\nmetadata: { name: constructor }\nspec: 3\n---\napiVersion: v1\nkind: Pod\nmetadata: 7\n';
    const names = namesIn([{ path: 'a.yaml', text: odd }], new Map());
    expect(names.services).toEqual([{ name: 'constructor', namespace: 'default', ports: [] }]);
  });
});
