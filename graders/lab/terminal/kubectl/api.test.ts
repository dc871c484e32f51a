import { describe, expect, it } from 'vitest';
import { deskWith, typed } from '../mesh/testing/typed.ts';

const { desk } = typed(
  deskWith({
    'k/kustomization.yaml': 'namePrefix: p-\nresources: [d.yaml]\n',
    'k/d.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { a: b }\n',
  }),
  'kubectl create deployment web --image=nginx:1.28\nkubectl expose deploy web --port 80\nkubectl rollout status deploy web\nkubectl proxy &',
);
const says = (lines: string) => typed(desk, lines).text.split('\n').slice(1).join('\n');
const api = 'http://localhost:8001/api/v1/namespaces/default';
const pod = '$(kubectl get pod -l app=web -o jsonpath={.items[0].metadata.name})';

describe('kubectl proxy and get --raw', () => {
  it('answer with objects, and send on to pods and Services', () => {
    expect(says(`curl -s ${api}/services/web | jq -r .kind,.metadata.name`)).toBe('Service\nweb\n');
    expect(says(`curl -s http://localhost:8001/apis/apps/v1/deployments | jq -r .items[].metadata.name`)).toBe('web\n');
    for (const place of ['services/web:80', 'services/http:web:80', 'services/web', `pods/${pod}`, `pods/${pod}:80`])
      expect(says(`curl -s ${api}/${place}/proxy/ | grep -c title`)).toBe('1\n');
    expect(says(`kubectl get --raw /api/v1/namespaces/default/services/web/proxy/ | grep -c title`)).toBe('1\n');
    expect(says('kubectl get --raw /healthz')).toBe('ok');
  });

  it('refuse as the API server does', () => {
    expect(says(`curl -s ${api}/pods/none | jq -r .code,.message`)).toBe('404\npods "none" not found\n');
    expect(says(`curl -s ${api}/services/web:81/proxy/ | jq .code`)).toBe('503\n');
    expect(says('kubectl get --raw /api/v1/namespaces/default/pods/none')).toContain('(NotFound)');
    expect(says('kubectl proxy &\nkubectl proxy')).toContain('address already in use');
  });

  it('count as a request to the one behind them', () => {
    const sent = typed(desk, `curl -s ${api}/services/web:80/proxy/a?b=1`).desk.sent.at(-1);
    expect(sent?.url).toBe('http://web.default:80/a?b=1');
    expect(sent?.outcome).toMatchObject({ ok: true, by: expect.stringMatching(/^kind-kind\/default\/web-/) });
  });
});

describe('commands of every day', () => {
  it('looks from a container for debugging', () => {
    expect(says(`kubectl debug -it ${pod} --image=busybox -- wget -qO- localhost | grep -c title`)).toContain('1\n');
    expect(says(`kubectl debug ${pod} -it --image=busybox --target=none`)).toContain('"none" not found in pod');
    expect(says(`kubectl debug ${pod} -it --image=bussybox -- ls`)).toContain('timed out');
  });

  it('gives a script to the shell of a container', () => {
    expect(says("kubectl exec -i deploy/web -- sh <<'E'\ncurl -s localhost | grep -c title\nE")).toBe('1\n');
  });

  it('prints a kustomization', () => {
    expect(says('kubectl kustomize k')).toBe(
      'apiVersion: v1\ndata:\n  a: b\nkind: ConfigMap\nmetadata:\n  name: p-c\n',
    );
  });

  it('empties a node only where nothing would be lost', () => {
    const bare =
      'kind create cluster --name other > /dev/null\nkubectl run lone --image=nginx:1.28\nkubectl wait --for=condition=ready pod/lone\n';
    const node = '$(kubectl get pod lone -o jsonpath={.spec.nodeName})';
    expect(says(`${bare}kubectl drain ${node}`)).toContain(
      'cannot delete Pods that declare no controller (use --force to override): default/lone',
    );
    expect(says(`${bare}kubectl drain ${node} --force`)).toMatch(/pod\/lone evicted\nnode\/\S+ drained\n$/);
  });

  it('says by what other commands an object is edited', () => {
    expect(says('kubectl edit deploy web')).toContain('kubectl get deploy web -o yaml');
  });
});
