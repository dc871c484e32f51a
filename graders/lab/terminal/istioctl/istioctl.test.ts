import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thorough } from '../../../vitest/quick.ts';
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

  thorough('injects for the revision that a namespace names', () => {
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
    expect(typed(start, 'istioctl install --set profile=preview -y').text).toContain('does not model');
    expect(typed(start, 'istioctl install --set values.global.proxy.resources.requests.cpu=1 -y').text).toContain(
      'does not model',
    );
    const little = '--set values.pilot.autoscaleEnabled=false --set components.pilot.enabled=true';
    const without = typed(start, `istioctl install ${little} --set components.ingressGateways[0].enabled=false -y`);
    expect(without.exit).toBe(0);
    expect(without.text).not.toContain('Ingress gateways');
    expect(typed(start, 'istioctl uninstall -y').text).toContain('--purge flags must be set');
    expect(typed(start, 'istioctl proxy-status').exit).toBe(1);
    expect(typed(start, 'istioctl analyze --analyzer gateway.SecretAnalyzer').text).toContain('does not model');
  });

  it('shows what a proxy is configured with', async () => {
    const desk = done(
      done(start, 'istioctl install --set profile=minimal -y\nkubectl apply -f tienda.yaml'),
      `kubectl label ns tienda istio-injection=enabled\nkubectl apply -f ruta.yaml\n${restart}`,
    );
    const { text } = typed(
      desk,
      `istioctl proxy-config clusters deploy/web.tienda
istioctl pc endpoints deploy/web -n tienda --cluster 'outbound|80||api.tienda.svc.cluster.local'
istioctl pc routes deploy/web -n tienda
istioctl pc routes web-nada.tienda
istioctl pc listeners deploy/web.tienda
istioctl pc cluster
istioctl tag list
istioctl tag set prod --revision default
istioctl tag set prod --revision default
istioctl tag set otra --revision nada
kubectl label ns tienda istio.io/rev=prod istio-injection-
istioctl tag list
istioctl tag remove prod
istioctl tag remove prod -y
istioctl verify-install`,
    );
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts/configuration.txt'));
  });

  describe('of one proxy', () => {
    const meshed = done(
      done(start, 'istioctl install --set profile=minimal -y\nkubectl apply -f tienda.yaml'),
      `kubectl label ns tienda istio-injection=enabled\nkubectl apply -f ruta.yaml\n${restart}`,
    );
    const strict = done(
      meshed,
      'kubectl apply -n tienda -f - <<FIN\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default }\nspec: { mtls: { mode: STRICT } }\nFIN\n',
    );

    it('tells each part as upstream does', async () => {
      const { text } = typed(
        meshed,
        `istioctl version -o yaml
istioctl proxy-status deploy/web.tienda
istioctl pc listeners deploy/api.tienda
istioctl pc listener deploy/api.tienda --verbose=false --type http
istioctl pc secret deploy/web.tienda
istioctl pc routes deploy/web.tienda --verbose=false
istioctl pc ecds deploy/web.tienda
istioctl pc bootstrap deploy/web.tienda -o short
istioctl pc log deploy/web.tienda --level rbac:debug | grep -E 'active|http2|rbac'
istioctl pc log deploy/web.tienda --level http:mucho
istioctl pc all deploy/web.tienda --port 443 --with-headers
istioctl pc secret deploy/web.tienda -o tabla`,
      );
      await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts/one-proxy.txt'));
    });

    it('takes what comes in as the mode of its workload says', () => {
      const inbound = (desk: Desk) =>
        typed(desk, 'istioctl pc listener deploy/api.tienda --port 15006').text.match(/raw_buffer/g)?.length ?? 0;
      expect([inbound(meshed), inbound(strict)]).toEqual([4, 0]);
    });

    it('renews its certificate half-way through its day', () => {
      const ends = (desk: Desk) =>
        /default .* (\S+)Z +\S+\n/.exec(typed(desk, 'istioctl pc secret deploy/web.tienda').text)?.[1];
      expect(ends(done(meshed, 'sleep 1h'))).toBe(ends(meshed));
      expect(ends({ ...meshed, clock: meshed.clock + 13 * 3600 })).not.toBe(ends(meshed));
    });

    it('says of data that it does not have it', () => {
      expect(typed(meshed, 'istioctl pc cluster deploy/web.tienda -o json').text).toContain('use `-o short`');
    });
  });

  it('prints what it would install, for kubectl to apply', () => {
    const applied = done(
      start,
      'kubectl create ns istio-system\nistioctl manifest generate --set profile=minimal > m.yaml\nkubectl apply -f m.yaml\nkubectl rollout status deploy istiod -n istio-system',
    );
    const labelled = done(
      applied,
      `kubectl apply -f tienda.yaml\nkubectl label ns tienda istio-injection=enabled\n${restart}`,
    );
    expect(typed(labelled, 'istioctl proxy-status').text).toMatch(/web-.*\.tienda/);
    expect(typed(start, 'istioctl manifest generate -f istio.yaml | grep -c "^---"').text).toMatch(/\n\d\d\n/);
    expect(typed(start, 'istioctl manifest generate uno').text).toContain('accepts no positional arguments');
  });

  it('changes nothing in a dry run, and upgrades like it installs', () => {
    const dry = typed(start, 'istioctl install --dry-run');
    expect(dry.text).toContain('✔ Installation complete');
    expect(typed(dry.desk, 'kubectl get ns istio-system').exit).toBe(1);
    expect(
      typed(start, 'istioctl upgrade --set profile=minimal -y\nkubectl get deploy istiod -n istio-system').exit,
    ).toBe(0);
    expect(typed(start, 'istioctl x precheck').text).toContain('safe to install or upgrade');
  });

  it('has no proxy to look at where there is none', () => {
    const bare = done(minimal, 'kubectl apply -f tienda.yaml\nkubectl rollout status deploy -n tienda');
    const looked = typed(bare, 'istioctl pc routes deploy/web.tienda');
    expect(looked.exit).toBe(1);
    expect(looked.text).toContain('container istio-proxy is not valid for pod web-');
  });

  thorough('injects for a tag as long as it is there', () => {
    const tagged = done(minimal, 'istioctl tag set prod --revision default\nkubectl apply -f tienda.yaml');
    const asked = done(tagged, 'kubectl label ns tienda istio.io/rev=prod');
    expect(typed(done(asked, restart), 'istioctl proxy-status').text).toMatch(/web-.*\.tienda/);
    const gone = done(asked, 'istioctl tag remove prod -y');
    expect(typed(done(gone, restart), 'istioctl proxy-status').text).not.toMatch(/web-.*\.tienda/);
  });

  thorough('writes the proxy into a file, and leaves it there as it is', () => {
    const by = done(minimal, 'istioctl kube-inject -f tienda.yaml -o con-proxy.yaml\nkubectl apply -f con-proxy.yaml');
    const ready = typed(done(by, 'kubectl rollout status deploy -n tienda'), 'kubectl get pods -n tienda').text;
    expect(ready.match(/ 2\/2 /g)).toHaveLength(2);
    const piped = typed(minimal, 'cat tienda.yaml | istioctl kube-inject -f - | kubectl apply -f -');
    expect(piped.text).toContain('deployment.apps/web created');
    expect(typed(start, 'istioctl kube-inject -f tienda.yaml').exit).toBe(1);
  });

  it('opens a tunnel to a dashboard that is there', () => {
    expect(typed(minimal, 'istioctl dashboard kiali').text).toContain('no Kiali pods found');
    expect(typed(minimal, 'istioctl dashboard').text).toContain('prometheus');
  });
});
