import { check } from '../../../check.ts';
import { wrongValues, yamlPieces } from '../../damage.ts';
import { entry, sane } from '../entry.ts';

const workload = (name: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec:\n  selector: { matchLabels: { app: ${name} } }\n  template:\n    metadata: { labels: { app: ${name} } }\n    spec: { containers: [{ name: c, image: a:1 }] }\n`;

/** What the kustomization builds on; only the kustomization is damaged. */
const around = [
  { path: 'k8s/a.yaml', text: workload('web') },
  { path: 'base/kustomization.yaml', text: 'resources: [b.yaml]\nnameSuffix: -x\n' },
  { path: 'base/b.yaml', text: workload('api') },
  {
    path: 'k8s/parche.yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2 }\n',
  },
];

export default entry({
  texts: () => [
    'resources: [a.yaml, ../base]\nnamePrefix: x-\nnamespace: shop\nlabels: [{ pairs: { a: b }, includeSelectors: true }]\nreplicas: [{ name: web, count: 3 }]\npatches:\n  - path: parche.yaml\n    target: { kind: Deployment, name: web }\n  - target: { kind: Deployment }\n    patch: |-\n      - op: replace\n        path: /spec/replicas\n        value: 3\nimages: [{ name: a, newTag: "2" }]\nconfigMapGenerator: [{ name: a, literals: [b=c] }]\n',
  ],
  pieces: [...yamlPieces, ...wrongValues],
  tree: 'yaml',
  run(text) {
    const sources = [{ path: 'k8s/kustomization.yaml', text }, ...around];
    sane(
      check(sources).flatMap(({ findings }) => findings),
      sources,
    );
  },
});
