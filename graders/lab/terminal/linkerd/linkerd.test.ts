import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thorough } from '../../../vitest/quick.ts';
import type { Desk } from '../desk/desk.ts';
import { deskWith, shop, typed } from '../mesh/testing/typed.ts';

const gateway = readFileSync('exercises/30-laboratorio-linkerd/given/gateway-api.yaml', 'utf8');
const traffic = [{ from: 'tienda/web', url: 'http://api.tienda/' }];
const route = (name: string, parent: string, backend = '{ name: api, port: 80 }') =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: ${name}, namespace: tienda }\nspec: { parentRefs: [${parent}], rules: [{ backendRefs: [${backend}] }] }\n---\n`;
const api = '{ group: core, kind: Service, name: api }';
const routes = [
  route('buena', api),
  route('sin-backend', api, '{ name: nadie, port: 80 }'),
  route('otro-tipo', api, '{ group: apps, kind: Deployment, name: api, port: 80 }'),
  route('sin-padre', '{ group: core, kind: Service, name: nadie }'),
  route('de-nadie', '{ kind: Service, name: api }'),
].join('');
const start = deskWith({ 'gateway-api.yaml': gateway, 'tienda.yaml': shop, 'rutas.yaml': routes }, traffic);
const done = (desk: Desk, lines: string): Desk => typed(desk, lines).desk;
const kinds = 'kubectl apply -f gateway-api.yaml\nlinkerd install --crds | kubectl apply -f -';
const installed = done(start, `${kinds}\nlinkerd install | kubectl apply -f -\nlinkerd check`);
const watched = done(installed, 'linkerd viz install | kubectl apply -f -\nlinkerd check');

describe('linkerd in the terminal', () => {
  it('reads like the getting-started page', async () => {
    const { text } = typed(
      start,
      `linkerd version
linkerd check --pre
${kinds}
linkerd install | kubectl apply -f -
linkerd check
kubectl get pods -n linkerd
kubectl apply -f tienda.yaml
kubectl get -n tienda deploy -o yaml | linkerd inject - | kubectl apply -f -
linkerd check --proxy -n tienda
linkerd viz install | kubectl apply -f -
linkerd check
kubectl rollout restart deploy -n tienda
kubectl rollout status deploy -n tienda
linkerd viz edges deploy -n tienda
linkerd viz edges deploy -n tienda -o wide
linkerd viz stat deploy -n tienda`,
    );
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts/getting-started.txt'));
  });

  it('wants the kinds of Gateway API, then its own, then the control plane', () => {
    expect(typed(start, 'linkerd install --crds').text).toContain('Gateway API CRDs');
    expect(typed(start, 'linkerd install').text).toBe(
      '$ linkerd install\nLinkerd CRDs must be installed first. Run linkerd install with the --crds flag.\n[exit 1]\n',
    );
    expect(typed(start, 'linkerd viz install').exit).toBe(1);
    expect(typed(start, 'linkerd check').text).toContain("× 'linkerd-config' config map exists");
    expect(typed(installed, 'linkerd viz edges deploy').text).toContain('linkerd viz check');
    expect(typed(installed, 'linkerd install').text).toContain('existing installation');
  });

  it('cannot apply its policies before their kinds exist', () => {
    const policy =
      'apiVersion: policy.linkerd.io/v1beta3\nkind: Server\nmetadata: {name: s}\nspec: {podSelector: {}, port: 80}\n';
    const desk = deskWith({ 's.yaml': policy, 'gateway-api.yaml': gateway });
    expect(typed(desk, 'kubectl apply -f s.yaml').text).toContain('no matches for kind "Server"');
    expect(typed(done(desk, kinds), 'kubectl apply -f s.yaml').exit).toBe(0);
  });

  // https://github.com/linkerd/linkerd2/blob/main/policy-controller/k8s/status/src/index.rs
  it('tells what the policy controller says of an HTTPRoute, once it is there', () => {
    const asked = (name: string) =>
      `kubectl get httproute ${name} -n tienda -o jsonpath='{.status.parents[*].conditions[*].reason}'`;
    const desk = done(start, `${kinds}\nkubectl apply -f tienda.yaml\nkubectl apply -f rutas.yaml`);
    const said = (from: Desk, name: string) => typed(from, asked(name)).text.split('\n')[1];
    expect(said(desk, 'buena')).toBe('');
    const controlled = done(desk, 'linkerd install | kubectl apply -f -');
    const names = ['buena', 'sin-backend', 'otro-tipo', 'sin-padre', 'de-nadie'];
    expect(names.map((name) => said(controlled, name))).toEqual([
      'Accepted ResolvedRefs',
      'Accepted BackendNotFound',
      'Accepted InvalidKind',
      'NoMatchingParent ResolvedRefs',
      '',
    ]);
  });

  it('puts the proxy into new pods only, by annotation and not by label', () => {
    const proxies = (desk: Desk) =>
      typed(desk, 'kubectl get pods -n tienda -o jsonpath={.items[*].spec.initContainers[*].name}').text.match(
        /linkerd-proxy/g,
      )?.length ?? 0;
    const running = done(watched, 'kubectl apply -f tienda.yaml\nkubectl rollout status deploy -n tienda');
    const restart = 'kubectl rollout restart deploy -n tienda\nkubectl rollout status deploy -n tienda\nsleep 60';
    const annotated = done(running, 'kubectl annotate ns tienda linkerd.io/inject=enabled');
    expect(proxies(running)).toBe(0);
    expect(proxies(annotated)).toBe(0);
    expect(proxies(done(annotated, restart))).toBe(2);
    expect(proxies(done(running, `kubectl label ns tienda linkerd.io/inject=enabled\n${restart}`))).toBe(0);
    expect(typed(annotated, 'linkerd check --proxy -n tienda').exit).toBe(1);
    expect(typed(annotated, 'linkerd viz edges deploy -n tienda').text).toContain('No edges found.');
    expect(typed(done(annotated, restart), 'linkerd viz edges deploy -n tienda').text).toContain('√');
    expect(typed(annotated, 'linkerd viz stat deploy -n tienda').text).toMatch(/web +0\/1/);
  });

  thorough('taps only pods that are younger than the extension', () => {
    const annotate =
      'kubectl apply -f tienda.yaml\nkubectl annotate ns tienda linkerd.io/inject=enabled\nkubectl rollout restart deploy -n tienda\nsleep 60\n';
    const viz = 'linkerd viz install | kubectl apply -f -\nlinkerd viz check\n';
    const tap = 'linkerd viz tap deploy/api -n tienda &\nsleep 2';
    const old = done(installed, `${annotate}${viz}`);
    expect(typed(old, tap).text).not.toContain('req id');
    expect(typed(done(watched, annotate), tap).text).toContain('tls=true :method=GET :authority=api.tienda :path=/');
  });

  thorough('leaves proxies as they are when the control plane goes', () => {
    const meshed = done(
      watched,
      'kubectl apply -f tienda.yaml\nkubectl annotate ns tienda linkerd.io/inject=enabled\nkubectl rollout restart deploy -n tienda\nsleep 60',
    );
    expect(typed(meshed, 'linkerd uninstall').text).toContain('* tienda/');
    const gone = done(
      meshed,
      'linkerd viz uninstall | kubectl delete -f -\nlinkerd uninstall --force | kubectl delete -f -',
    );
    expect(typed(gone, 'kubectl get ns linkerd').exit).toBe(1);
    expect(typed(gone, 'linkerd install --crds').exit).toBe(0);
  });

  it('says what is modelled where a flag is not', () => {
    expect(typed(start, 'linkerd install --set proxy.image.version=x').text).toContain('does not model');
    expect(typed(start, 'linkerd instal').text).toContain('unknown command "instal" for "linkerd"');
    expect(typed(start, 'linkerd check --pro').text).toContain('unknown flag: --pro');
  });

  it('injects what it may and says what it skips', () => {
    const { text } = typed(installed, 'linkerd inject tienda.yaml');
    expect(text).toContain(
      'namespace "tienda" injected\ndeployment "web" injected\ndeployment "api" injected\nservice "api" skipped',
    );
    expect(typed(start, 'linkerd inject tienda.yaml').exit).toBe(1);
    const back = typed(installed, 'linkerd inject tienda.yaml 2>/dev/null | linkerd uninject - 2>/dev/null');
    expect(back.text).not.toContain('linkerd.io/inject');
  });

  it('writes what it prints where a redirection says', () => {
    expect(typed(start, 'linkerd version > v.txt\ncat v.txt').text).toContain('Client version: edge-');
    expect(typed(start, 'ls > l.txt\ncat l.txt').text).toContain('tienda.yaml');
  });

  describe('with certificates that somebody gives', () => {
    const root =
      'step certificate create root.linkerd.cluster.local ca.crt ca.key --profile root-ca --no-password --insecure\n';
    const issuer = (ca: string) =>
      `step certificate create identity.linkerd.cluster.local i.crt i.key --profile intermediate-ca --no-password --insecure --ca ${ca}.crt --ca-key ${ca}.key\n`;
    const files =
      '--identity-trust-anchors-file ca.crt --identity-issuer-certificate-file i.crt --identity-issuer-key-file i.key';
    const withKinds = done(start, kinds);
    const other = root.replaceAll(/ca\.(?=crt|key)/g, 'ca2.');

    it('installs with them', () => {
      const given = done(withKinds, `${root}${issuer('ca')}linkerd install ${files} | kubectl apply -f -\n`);
      expect(typed(given, 'kubectl get secret linkerd-identity-issuer -n linkerd -o name').exit).toBe(0);
      expect(typed(given, 'linkerd check').exit).toBe(0);
    });

    it.each([
      [
        'one of the files is missing',
        files.replace(/ --identity-issuer-key-file.*/, ''),
        `${root}${issuer('ca')}`,
        'a private key file must be specified if other credentials are provided',
      ],
      [
        'another authority signed',
        files,
        `${root}${other}${issuer('ca2')}`,
        'failed to validate issuer credentials: x509: certificate signed by unknown authority',
      ],
      [
        'the key is that of another',
        files.replace('i.key', 'ca.key'),
        `${root}${issuer('ca')}`,
        'failed to validate issuer credentials: failed to read CA: tls: Public and private key do not match',
      ],
    ])('refuses where %s', (_, flags, make, says) => {
      const { text, exit } = typed(withKinds, `${make}linkerd install ${flags} > l.yaml`);
      expect(text).toContain(`${says}\n`);
      expect(exit).toBe(1);
    });
  });

  it('tells checks in short, and as data', () => {
    expect(typed(watched, 'linkerd check -o short').text).toBe(
      '$ linkerd check -o short\nStatus check results are √\n',
    );
    expect(typed(start, 'linkerd check -o short').text).toContain('linkerd-existence\n-----------------\n×');
    const { text } = typed(watched, 'linkerd viz check -o json');
    expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({
      success: true,
      categories: [{ categoryName: 'linkerd-viz' }],
    });
  });
});
