/**
 * Applications of upstream's tutorials, cut down to what their pages make of them: the same names, labels, ports and images.
 * @see https://istio.io/latest/docs/examples/bookinfo/ and https://linkerd.io/2-edge/getting-started/
 */

interface Piece {
  readonly name: string;
  readonly version: string;
  readonly image: string;
}

const workload = ({ name, version, image }: Piece, port: number, account: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}-${version}
  labels: { app: ${name}, version: ${version} }
spec:
  replicas: 1
  selector:
    matchLabels: { app: ${name}, version: ${version} }
  template:
    metadata:
      labels: { app: ${name}, version: ${version} }
    spec:
      serviceAccountName: ${account}
      containers:
        - name: ${name}
          image: ${image}
          ports: [{ containerPort: ${port} }]
`;

const service = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: { app: ${name}, service: ${name} }
spec:
  ports: [{ port: 9080, name: http }]
  selector: { app: ${name} }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: bookinfo-${name} }
`;

const names = ['details', 'ratings', 'reviews', 'productpage'] as const;
const versions = (name: string): readonly string[] => (name === 'reviews' ? ['v1', 'v2', 'v3'] : ['v1']);

const bookinfo = names
  .flatMap((name) => [
    service(name),
    ...versions(name).map((version) =>
      workload(
        { name, version, image: `docker.io/istio/examples-bookinfo-${name}-${version}:1.20.3` },
        9080,
        `bookinfo-${name}`,
      ),
    ),
  ])
  .join('---\n');

const rules = names
  .map(
    (name) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name} }
spec:
  host: ${name}
  subsets:
${versions(name)
  .map((version) => `    - { name: ${version}, labels: { version: ${version} } }\n`)
  .join('')}`,
  )
  .join('---\n');

const allToFirst = names
  .map(
    (name) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name} }
spec:
  hosts: [${name}]
  http: [{ route: [{ destination: { host: ${name}, subset: v1 } }] }]
`,
  )
  .join('---\n');

const byUser = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
    - match: [{ headers: { end-user: { exact: jason } } }]
      route: [{ destination: { host: reviews, subset: v2 } }]
    - route: [{ destination: { host: reviews, subset: v1 } }]
`;

const entry = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: bookinfo-gateway }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: Same } } }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: bookinfo }
spec:
  parentRefs: [{ name: bookinfo-gateway }]
  rules:
    - matches: [{ path: { type: Exact, value: /productpage } }, { path: { type: PathPrefix, value: /static } }]
      backendRefs: [{ name: productpage, port: 9080 }]
`;

const operator = `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  profile: demo
  components:
    ingressGateways: [{ name: istio-ingressgateway, enabled: false }]
    egressGateways: [{ name: istio-egressgateway, enabled: false }]
`;

const byVersion = names
  .flatMap((name) => versions(name).map((version) => ({ name, version })))
  .map(
    ({ name, version }) => `apiVersion: v1
kind: Service
metadata: { name: ${name}-${version} }
spec:
  ports: [{ port: 9080, name: http }]
  selector: { app: ${name}, version: ${version} }
`,
  )
  .join('---\n');

const curl = `apiVersion: v1
kind: ServiceAccount
metadata: { name: curl }
---
apiVersion: v1
kind: Service
metadata: { name: curl, labels: { app: curl, service: curl } }
spec: { ports: [{ port: 80, name: http }], selector: { app: curl } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: curl }
spec:
  replicas: 1
  selector: { matchLabels: { app: curl } }
  template:
    metadata: { labels: { app: curl } }
    spec:
      serviceAccountName: curl
      containers: [{ name: curl, image: curlimages/curl, command: [/bin/sleep, infinity] }]
`;

const emojis = ['emoji', 'voting', 'web', 'vote-bot']
  .map(
    (name) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: emojivoto }
spec:
  selector: { matchLabels: { app: ${name}-svc } }
  template:
    metadata: { labels: { app: ${name}-svc } }
    spec:
      containers:
        - name: ${name}-svc
          image: docker.l5d.io/buoyantio/emojivoto-${name === 'vote-bot' ? 'web' : `${name}-svc`}:v11
          ports: [{ containerPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata: { name: ${name}-svc, namespace: emojivoto }
spec: { selector: { app: ${name}-svc }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
`,
  )
  .join('---\n');

const faulty = (fault: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ratings }
spec:
  hosts: [ratings]
  http:
    - match: [{ headers: { end-user: { exact: jason } } }]
      fault: ${fault}
      route: [{ destination: { host: ratings, subset: v1 } }]
    - route: [{ destination: { host: ratings, subset: v1 } }]
`;

const shared = (weights: Readonly<Record<string, number>>): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
    - route:
${Object.entries(weights)
  .map(([subset, weight]) => `        - { destination: { host: reviews, subset: ${subset} }, weight: ${weight} }\n`)
  .join('')}`;

const httpbin = `apiVersion: v1
kind: ServiceAccount
metadata: { name: httpbin }
---
apiVersion: v1
kind: Service
metadata: { name: httpbin, labels: { app: httpbin, service: httpbin } }
spec: { ports: [{ name: http, port: 8000, targetPort: 8080 }], selector: { app: httpbin } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: httpbin }
spec:
  replicas: 1
  selector: { matchLabels: { app: httpbin, version: v1 } }
  template:
    metadata: { labels: { app: httpbin, version: v1 } }
    spec:
      serviceAccountName: httpbin
      containers: [{ name: httpbin, image: docker.io/mccutchen/go-httpbin:v2.15.0, ports: [{ containerPort: 8080 }] }]
`;

const bb = (version: string, service: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${version}, namespace: traffic-shift-demo }
spec:
  replicas: 1
  selector: { matchLabels: { app: bb, version: ${version} } }
  template:
    metadata: { labels: { app: bb, version: ${version} } }
    spec:
      containers:
        - name: terminus
          image: buoyantio/bb:v0.0.6
          args: [terminus, --h1-server-port=8080, --response-text=${version}]
          ports: [{ containerPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata: { name: ${service}, namespace: traffic-shift-demo }
spec: { ports: [{ name: http, port: 80, targetPort: 8080 }], selector: { app: bb, version: ${version} } }
`;

const shifting = `apiVersion: v1
kind: Namespace
metadata: { name: traffic-shift-demo }
---
${bb('v1', 'bb')}---
${bb('v2', 'bb-v2')}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: slow-cooker, namespace: traffic-shift-demo }
spec:
  replicas: 1
  selector: { matchLabels: { app: slow-cooker } }
  template:
    metadata: { labels: { app: slow-cooker } }
    spec:
      containers: [{ name: slow-cooker, image: buoyantio/slow_cooker:1.3.0, command: [/bin/sh, -c, sleep infinity] }]
`;

const compose = `services:
  app:
    image: node:lts-alpine
    command: sh -c "yarn install && yarn run dev"
    ports:
      - 127.0.0.1:3000:3000
    working_dir: /app
    volumes:
      - ./:/app
    environment:
      MYSQL_HOST: mysql
      MYSQL_USER: root
      MYSQL_PASSWORD: secret
      MYSQL_DB: todos
  mysql:
    image: mysql:8.0
    volumes:
      - todo-mysql-data:/var/lib/mysql
    environment:
      MYSQL_ROOT_PASSWORD: secret
      MYSQL_DATABASE: todos
volumes:
  todo-mysql-data:
`;

/** By the paths the pages write. */
export const samples: Readonly<Record<string, string>> = {
  'samples/bookinfo/demo-profile-no-gateways.yaml': operator,
  'samples/bookinfo/platform/kube/bookinfo.yaml': bookinfo,
  'samples/bookinfo/platform/kube/bookinfo-versions.yaml': byVersion,
  'samples/bookinfo/gateway-api/bookinfo-gateway.yaml': entry,
  'samples/curl/curl.yaml': curl,
  'samples/httpbin/httpbin.yaml': httpbin,
  'samples/bookinfo/networking/virtual-service-ratings-test-delay.yaml': faulty(
    '{ delay: { percentage: { value: 100 }, fixedDelay: 7s } }',
  ),
  'samples/bookinfo/networking/virtual-service-ratings-test-abort.yaml': faulty(
    '{ abort: { percentage: { value: 100 }, httpStatus: 500 } }',
  ),
  'samples/bookinfo/networking/virtual-service-reviews-50-v3.yaml': shared({ v1: 50, v3: 50 }),
  'samples/bookinfo/networking/virtual-service-reviews-v3.yaml': shared({ v3: 100 }),
  'compose.yaml': compose,
  'shifting.yaml': shifting,
  'samples/bookinfo/networking/destination-rule-all.yaml': rules,
  'samples/bookinfo/networking/virtual-service-all-v1.yaml': allToFirst,
  'samples/bookinfo/networking/virtual-service-reviews-test-v2.yaml': byUser,
  Dockerfile:
    '# syntax=docker/dockerfile:1\nFROM node:lts-alpine\nWORKDIR /app\nCOPY . .\nRUN yarn install --production\nCMD ["node", "src/index.js"]\nEXPOSE 3000\n',
  'package.json': '{ "name": "getting-started", "main": "src/index.js", "dependencies": { "express": "5.1.0" } }\n',
  'src/index.js':
    "const express = require('express');\nexpress().listen(3000, () => console.log('Listening on port 3000'));\n",
  'emojivoto.yml': `apiVersion: v1\nkind: Namespace\nmetadata: { name: emojivoto }\n---\n${emojis}`,
};
