import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thorough } from '../../../vitest/quick.ts';
import type { Desk } from '../desk/desk.ts';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';
import { allows } from './catalog.ts';

const gateway = readFileSync('exercises/30-laboratorio-linkerd/given/gateway-api.yaml', 'utf8');
const telemetry =
  'apiVersion: telemetry.istio.io/v1\nkind: Telemetry\nmetadata: { name: trazas, namespace: istio-system }\nspec: { tracing: [{ randomSamplingPercentage: 100 }] }\n';
const start = deskWith({
  'gateway-api.yaml': gateway,
  'tienda.yaml': shop,
  'telemetry.yaml': telemetry,
  'valores.yaml': 'meshConfig:\n  accessLogFile: /dev/stdout\n',
});
const done = (desk: Desk, lines: string): Desk => typed(desk, lines).desk;
const repos =
  'helm repo add istio https://istio-release.storage.googleapis.com/charts\nhelm repo add linkerd-edge https://helm.linkerd.io/edge';
const added = done(start, repos);
const base = done(added, 'helm install istio-base istio/base -n istio-system --create-namespace');
const istiod = done(base, 'helm install istiod istio/istiod -n istio-system --wait');
const certificates = `step certificate create root.linkerd.cluster.local ca.crt ca.key --profile root-ca --no-password --insecure
step certificate create identity.linkerd.cluster.local issuer.crt issuer.key --profile intermediate-ca --not-after 8760h --no-password --insecure --ca ca.crt --ca-key ca.key`;
const plane = (extra = '') =>
  `helm install linkerd-control-plane -n linkerd --set-file identityTrustAnchorsPEM=ca.crt --set-file identity.issuer.tls.crtPEM=issuer.crt --set-file identity.issuer.tls.keyPEM=issuer.key ${extra} linkerd-edge/linkerd-control-plane`;
const kinds = 'helm install linkerd-crds linkerd-edge/linkerd-crds -n linkerd --create-namespace';

describe('helm in the terminal', () => {
  // https://istio.io/latest/docs/setup/install/helm/
  it('installs Istio as its page says', async () => {
    const { text } = typed(
      start,
      `helm repo add istio https://istio-release.storage.googleapis.com/charts
helm repo update
kubectl create namespace istio-system
helm install istio-base istio/base -n istio-system --set defaultRevision=default
helm ls -n istio-system
helm install istiod istio/istiod -n istio-system --wait
helm ls -n istio-system
helm status istiod -n istio-system
kubectl get deployments -n istio-system --output wide
kubectl create namespace istio-ingress
helm install istio-ingress istio/gateway -n istio-ingress --wait
helm upgrade istiod istio/istiod -n istio-system -f valores.yaml
helm history istiod -n istio-system
helm get values istiod -n istio-system
helm rollback istiod 1 -n istio-system
kubectl get secrets -n istio-system
helm delete istio-ingress -n istio-ingress
helm delete istiod -n istio-system
helm delete istio-base -n istio-system
kubectl get crd -oname | grep --color=never 'istio.io' | wc -l`,
    );
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts/istio.txt'));
  });

  // https://linkerd.io/2-edge/tasks/install-helm/
  it('installs Linkerd as its page says', async () => {
    const { text } = typed(
      start,
      `kubectl apply -f gateway-api.yaml
${certificates}
helm repo add linkerd-edge https://helm.linkerd.io/edge
helm search repo linkerd
${kinds}
${plane('--wait')}
helm install linkerd-viz linkerd-edge/linkerd-viz -n linkerd-viz --create-namespace --wait
linkerd check
helm ls -A
kubectl get pods -n linkerd-viz`,
    );
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts/linkerd.txt'));
  });

  it('needs its repository, its namespace and a free name', () => {
    expect(typed(start, 'helm install b istio/base').text).toContain(
      'Error: INSTALLATION FAILED: repo istio not found',
    );
    expect(typed(added, 'helm install b istio/base -n istio-system').text).toContain(
      'INSTALLATION FAILED: create: failed to create: namespaces "istio-system" not found',
    );
    expect(typed(base, 'helm install istio-base istio/base -n istio-system').text).toContain(
      'release name check failed: cannot reuse a name that is still in use',
    );
    expect(typed(added, 'helm install Istio istio/base').text).toContain('invalid release name, must match regex');
  });

  thorough('does not take what somebody else installed', () => {
    const other = done(added, 'istioctl install -y');
    expect(typed(other, 'helm install istio-base istio/base -n istio-system').text).toContain(
      'exists and cannot be imported into the current release: invalid ownership metadata; label validation error: missing key "app.kubernetes.io/managed-by": must be set to "Helm"',
    );
  });

  it('has no kinds of Istio without the chart base', () => {
    const bare = done(added, 'helm install istiod istio/istiod -n istio-system --create-namespace --wait');
    expect(typed(bare, 'kubectl apply -f telemetry.yaml').text).toContain('no matches for kind "Telemetry"');
    expect(typed(istiod, 'kubectl apply -f telemetry.yaml').exit).toBe(0);
  });

  thorough('gives new pods their proxy, and gateways their image', () => {
    const labelled =
      'kubectl apply -f tienda.yaml\nkubectl label ns tienda istio-injection=enabled\nkubectl rollout restart deploy -n tienda\nsleep 60';
    expect(typed(done(istiod, labelled), 'istioctl ps').text).toMatch(/web-.*\.tienda/);
    const entry = 'helm install istio-ingress istio/gateway -n istio-system';
    expect(typed(istiod, `${entry} --wait`).exit).toBe(0);
    expect(typed(base, `${entry} --wait --timeout 60s`).text).toContain(
      'resource Deployment/istio-system/istio-ingress not ready. status: InProgress, message: Available: 0/1\ncontext deadline exceeded',
    );
  });

  thorough('keeps failed releases, and takes them back with --rollback-on-failure', () => {
    const fails = 'helm install g istio/gateway -n istio-system --wait --timeout 30s';
    expect(typed(done(base, fails), 'helm ls -n istio-system').text).toMatch(/g +\tistio-system\t1 +\t.*\tfailed/);
    const back = typed(base, `${fails} --rollback-on-failure`);
    expect(back.text).toContain('has been uninstalled due to rollback-on-failure being set');
    expect(typed(back.desk, 'helm ls -n istio-system -q').text).toBe('$ helm ls -n istio-system -q\nistio-base\n');
    expect(typed(back.desk, 'kubectl get deploy g -n istio-system').exit).toBe(1);
  });

  thorough('needs the kinds and the certificates of Linkerd', () => {
    expect(typed(added, 'helm install v linkerd-edge/linkerd-viz -n linkerd-viz --create-namespace').text).toContain(
      'no matches for kind "Server" in version "policy.linkerd.io/v1beta3"\nensure CRDs are installed first',
    );
    const crds = done(added, kinds);
    expect(typed(crds, 'helm install p linkerd-edge/linkerd-control-plane -n linkerd').text).toContain(
      'Please provide the identity issuer certificate',
    );
    expect(typed(crds, plane()).text).toContain(
      'failed parsing --set-file data: open ca.crt: no such file or directory',
    );
    const mixed = `${certificates}\nstep certificate create otra ca.crt ca.key --profile root-ca --no-password --insecure --force\n${plane()}`;
    expect(typed(crds, mixed).text).toContain('`linkerd-identity` does not start with those certificates');
    const without = done(added, `${certificates}\n${plane('--create-namespace --wait')}`);
    expect(typed(without, 'linkerd check').text).toContain('× control plane CustomResourceDefinitions exist');
  });

  it('warns of certificates that end soon', () => {
    const short = certificates.replace('8760h', '24h');
    const { text } = typed(added, `${short}\n${kinds}\n${plane('--wait')}\nlinkerd check`);
    expect(text).toContain(
      '‼ issuer cert is valid for at least 60 days\n    issuer certificate will expire on 2026-02-03T09:00',
    );
  });

  it('says which values decide nothing, and which it does not model', () => {
    const session = typed(base, 'helm install istiod istio/istiod -n istio-system --set replicaCount=3');
    expect(session.text).toContain('The lab does not model `replicaCount` of the chart `istiod`');
    expect(typed(base, 'helm install g istio/gateway --set foo=1').text).toContain(
      "additional properties 'foo' not allowed",
    );
    expect(typed(base, 'helm install istiod istio/istiod -n istio-system --set profile=minimal').text).toContain(
      'unknown profile minimal',
    );
    expect(typed(added, 'helm install x istio/ambient').text).toContain('does not have the chart `istio/ambient`');
    expect(typed(added, 'helm install x istio/bas').text).toContain('chart "bas" matching  not found in istio index');
    expect(typed(start, 'helm repo add bitnami https://charts.bitnami.com/bitnami').text).toContain(
      'downloads nothing',
    );
  });

  it('upgrades with the values of before where none are given', () => {
    const desk = done(base, 'helm upgrade --install istiod istio/istiod -n istio-system --set pilot.traceSampling=50');
    const values = (after: string) =>
      typed(
        done(desk, `helm upgrade istiod istio/istiod -n istio-system ${after}`),
        'helm get values istiod -n istio-system -o json',
      ).text;
    expect(values('')).toContain('{"pilot":{"traceSampling":50}}');
    expect(values('--set meshConfig.accessLogFile=/dev/stdout')).not.toContain('pilot');
    expect(values('--reuse-values --set meshConfig.accessLogFile=/dev/stdout')).toContain('pilot');
    expect(values('--reset-values')).toContain('null');
    expect(typed(added, 'helm upgrade istiod istio/istiod -n istio-system').text).toContain(
      'UPGRADE FAILED: "istiod" has no deployed releases',
    );
  });

  // https://istio.io/latest/docs/ambient/install/helm/
  it('installs the programs of the nodes for ambient mode', () => {
    const { text, exit } = typed(
      base,
      `helm install istiod istio/istiod --namespace istio-system --set profile=ambient --wait
helm install istio-cni istio/cni -n istio-system --set profile=ambient --wait
helm install ztunnel istio/ztunnel -n istio-system --wait
helm ls -n istio-system -q
istioctl ztunnel-config workloads`,
    );
    expect(exit).toBe(0);
    expect(text).toContain('istio-base\nistio-cni\nistiod\nztunnel\n');
    expect(text).toMatch(/istio-system ztunnel-/);
  });

  it('shows everything that it keeps of a release', () => {
    const all = typed(istiod, 'helm get all istiod -n istio-system').text;
    expect(all).toContain('CHART: istiod\nVERSION: 1.31.1\nAPP_VERSION: 1.31.1\nDESCRIPTION: Install complete\n');
    expect(all).toContain('USER-SUPPLIED VALUES:\n{}\n\nCOMPUTED VALUES:\nmeshConfig:\n');
    expect(all).toContain('HOOKS:\nMANIFEST:\n---\n# Source: istiod/templates/serviceaccount.yaml\n');
    expect(typed(istiod, 'helm get metadata istiod -n istio-system').text).toContain('DEPLOYED_AT: 2026-02-02T09:00:');
    expect(typed(istiod, 'helm get hooks istiod -n istio-system').exit).toBe(0);
    expect(typed(istiod, 'helm get all nada').text).toContain('Error: release: not found');
  });

  it('writes down that Istio is there', () => {
    expect(istiod.facts.at(-1)).toMatchObject({ did: 'mesh.installed', data: { mesh: 'istio', profile: 'default' } });
    expect(base.facts.some(({ did }) => did === 'mesh.installed')).toBe(false);
  });

  it.each([
    ['1.31.1', true],
    ['1.31', true],
    ['^1.20.0', true],
    ['~1.30.0', false],
    ['>=1.0.0', true],
    ['>1.31.1', false],
    ['2', false],
  ])('reads the range %s', (range, isIn) => {
    expect(allows(range, '1.31.1')).toBe(isIn);
  });
});
