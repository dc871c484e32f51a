import { describe, expect, it } from 'vitest';
import { typed } from '../testing/type.ts';

const served =
  'kubectl create deployment web --image=nginx:1.29\nkubectl rollout status deployment/web\nkubectl port-forward deployment/web 8080:80 &\n';

describe('kind -q', () => {
  it('writes nothing to standard error', () => {
    const { steps } = typed('kind create cluster -q\nkind create cluster -q\nkind get clusters -q');
    expect(steps.map(({ output, exit }) => [output, exit])).toEqual([
      ['', 0],
      ['', 1],
      ['kind\n', 0],
    ]);
  });
});

describe.each([
  ['kind', 'kind create cluster', 'kind load docker-image', 'kind delete cluster'],
  ['minikube', 'minikube start', 'minikube image load', 'minikube delete'],
])('a cluster of %s', (_, create, load, remove) => {
  it('takes its context and its port-forwards with it', () => {
    const { session, steps } = typed(`${create}\n${served}${remove}\ncurl -s localhost:8080`);
    expect(session.desk).toMatchObject({ clusters: [], jobs: [], kube: { contexts: [] } });
    expect(steps.at(-1)?.exit).toBe(7);
  });

  it('loads an image by its name or its identifier, and not by a letter that some identifier begins with', () => {
    const begun = `${create}\ndocker build -q -t web:1 .\n`;
    expect(typed(`${begun}${load} web:1`).steps.at(-1)?.exit).toBe(0);
    expect(typed(`${begun}${load} $(docker images -q)`).steps.at(-1)?.exit).toBe(0);
    expect(typed(`${begun}${load} $(docker images -q | cut -c1)`).steps.at(-1)?.exit).not.toBe(0);
  });
});
