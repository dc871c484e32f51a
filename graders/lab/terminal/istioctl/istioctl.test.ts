import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../desk/desk.ts';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';

const route = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: tienda }
spec: { hosts: [api], http: [{ route: [{ destination: { host: api } }] }] }
`;
const operator =
  'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  profile: minimal\n  meshConfig: { accessLogFile: /dev/stdout }\n';
const start = deskWith({ 'tienda.yaml': shop, 'ruta.yaml': route, 'istio.yaml': operator });
const done = (desk: Desk, lines: string): Desk => typed(desk, lines).desk;
const minimal = done(start, 'istioctl install --set profile=minimal -y');
const restart = 'kubectl rollout restart deploy -n tienda\nkubectl rollout status deploy -n tienda\nsleep 60';

describe('istioctl in the terminal', () => {
  it('reads like the getting-started page', async () => {
    const { text } = typed(
      start,
      `istioctl version
kubectl apply -f tienda.yaml
istioctl install --set profile=demo -y
istioctl version
kubectl get pods -n istio-system
istioctl analyze -n tienda
kubectl label namespace tienda istio-injection=enabled
istioctl analyze -n tienda
kubectl rollout restart deploy -n tienda
kubectl rollout status deploy -n tienda
sleep 60
istioctl analyze -n tienda
istioctl proxy-status
istioctl version
istioctl uninstall --purge -y`,
    );
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts/getting-started.txt'));
  });

  it('brings the kinds of the mesh', () => {
    const desk = done(start, 'kubectl apply -f tienda.yaml');
    expect(typed(desk, 'kubectl apply -f ruta.yaml').text).toContain('no matches for kind "VirtualService"');
    const mesh = done(desk, 'istioctl install --set profile=minimal -y');
    expect(typed(mesh, 'kubectl apply -f ruta.yaml').exit).toBe(0);
  });

  it('puts the sidecar into new pods only, where a label asks for it', () => {
    const sidecars = (desk: Desk) =>
      typed(desk, 'kubectl get pods -n tienda -o jsonpath={.items[*].spec.initContainers[*].name}').text.match(
        /istio-proxy/g,
      )?.length ?? 0;
    const running = done(minimal, 'kubectl apply -f tienda.yaml\nkubectl rollout status deploy -n tienda');
    const labelled = done(running, 'kubectl label ns tienda istio-injection=enabled');
    expect(sidecars(labelled)).toBe(0);
    expect(typed(labelled, 'istioctl analyze -n tienda').text.match(/IST0103/g)).toHaveLength(2);
    expect(sidecars(done(labelled, restart))).toBe(2);
    expect(sidecars(done(running, restart))).toBe(0);
    const unknown = done(running, `kubectl label ns tienda istio.io/rev=canary\n${restart}`);
    expect(sidecars(unknown)).toBe(0);
    const gone = done(labelled, `istioctl uninstall --purge -y\n${restart}`);
    expect(sidecars(gone)).toBe(0);
  });

  it('injects for the revision that a namespace names', () => {
    const canary = done(
      start,
      'istioctl install --set profile=minimal --revision canary -y\nkubectl apply -f tienda.yaml\nkubectl label ns tienda istio.io/rev=canary',
    );
    expect(typed(done(canary, restart), 'istioctl proxy-status').text).toMatch(
      /web-.*\.tienda +Kubernetes +istiod-canary-/,
    );
  });

  it('installs what profiles and files say', () => {
    expect(typed(minimal, 'kubectl get deploy -n istio-system -o name').text).toContain('deployment.apps/istiod\n');
    expect(typed(minimal, 'kubectl get deploy -n istio-system -o name').text).not.toContain('gateway');
    expect(typed(done(start, 'istioctl install -y'), 'kubectl get deploy -n istio-system -o name').text).toContain(
      'istio-ingressgateway',
    );
    const asked = done(start, 'istioctl install -f istio.yaml -y');
    expect(typed(asked, 'kubectl get cm istio -n istio-system -o jsonpath={.data.mesh}').text).toContain(
      'accessLogFile: /dev/stdout',
    );
  });

  it('asks before it acts, and says what it does not know', () => {
    expect(typed(start, 'istioctl install').text).toContain('Proceed? (y/N) Cancelled.\n[exit 1]');
    expect(typed(start, 'echo y | istioctl install').exit).toBe(0);
    expect(typed(start, 'istioctl install --set profile=basico -y').text).toContain('profile "basico" not found');
    expect(typed(start, 'istioctl install --set profile=ambient -y').text).toContain('does not model');
    expect(typed(start, 'istioctl install --set values.global.proxy.resources.requests.cpu=1 -y').text).toContain(
      'does not model',
    );
    expect(typed(start, 'istioctl uninstall -y').text).toContain('--purge flags must be set');
    expect(typed(start, 'istioctl proxy-status').exit).toBe(1);
    expect(typed(start, 'istioctl analyze tienda.yaml').text).toContain('not at `tienda.yaml`');
  });
});
