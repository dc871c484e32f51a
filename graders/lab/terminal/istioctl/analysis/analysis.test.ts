import { describe, expect, it } from 'vitest';
import { deskWith, shop, typed } from '../../mesh/testing/typed.ts';

const virtual = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: tienda }
spec:
  hosts: [api]
  gateways: [mesh, puerta]
  http:
    - route:
        - destination:
            host: apii
    - route:
        - destination:
            host: api
            subset: v9
`;
const rule = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api, namespace: tienda }
spec:
  host: api
  subsets:
    - { name: v1, labels: { app: api } }
    - { name: v2, labels: { version: v2 } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: nadie, namespace: tienda }
spec: { host: nadie }
`;
const gateway = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: puerta, namespace: tienda }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [otra.example] }]
`;
const twice = virtual
  .replace('name: api,', 'name: otra,')
  .replace('apii', 'api')
  .replace(/\n {4}- route:[^-]*- destination:\n +host: api\n +subset: v9/, '');
const files = {
  'tienda.yaml': shop,
  'vs.yaml': virtual,
  'dr.yaml': rule,
  'gw.yaml': gateway,
  'otra.yaml': twice,
  'ports.yaml':
    'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: tienda }\nspec:\n  ports:\n    - { name: web, port: 80, targetPort: 8080 }\n    - { name: http-a, port: 81 }\n',
  'mala.yaml':
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: mala, namespace: tienda }\nspec: { hosts: [api], http: [{ route: [{ destination: { host: api }, weight: -1 }] }] }\n',
  'carpeta/a.yaml': gateway,
  'carpeta/b.txt': 'nada',
};
const start = deskWith(files);
const { desk } = typed(
  start,
  'kubectl apply -f tienda.yaml\nistioctl install --set profile=minimal -y\nkubectl label ns tienda istio-injection=enabled',
);
const analyze = (args: string, at = desk) => typed(at, `istioctl analyze ${args}`);

describe('istioctl analyze', () => {
  it('finds what files name and nobody has, at their lines', () => {
    const { text, exit } = analyze('-n tienda vs.yaml');
    expect(exit).toBe(79);
    expect(text).toContain('Error [IST0101] (VirtualService tienda/api vs.yaml:10) Referenced host not found: "apii"');
    expect(text).toContain(
      'Error [IST0101] (VirtualService tienda/api vs.yaml:13) Referenced host+subset in destinationrule not found: "api+v9"',
    );
    expect(text).toContain(
      'Error [IST0101] (VirtualService tienda/api vs.yaml:6) Referenced gateway not found: "puerta"',
    );
    expect(text).toContain('Warning [IST0132]');
    expect(text).toContain('Error: Analyzers found issues when analyzing namespace: tienda.\nSee https://istio.io/');
  });

  it('looks at the pods behind subsets', () => {
    const { text } = analyze('-n tienda dr.yaml');
    expect(text).toContain('[IST0173] (DestinationRule tienda/api dr.yaml:1) The Subset v2 defined');
    expect(text).not.toContain('The Subset v1');
    expect(text).toContain('[IST0174] (DestinationRule tienda/nadie dr.yaml:10) The host nadie defined');
  });

  it('says where hosts of a gateway and of the mesh clash', () => {
    expect(analyze('-n tienda vs.yaml gw.yaml').text).toContain(
      'one or more host [api] defined in VirtualService tienda/api not found in Gateway tienda/puerta.',
    );
    expect(analyze('-n tienda vs.yaml otra.yaml').text).toContain(
      'The VirtualServices tienda/api,tienda/otra associated with mesh gateway define the same host api.tienda.svc.cluster.local',
    );
  });

  it('reads the names of ports and what istiod would refuse', () => {
    expect(analyze('-n tienda ports.yaml').text).toContain(
      "Info [IST0118] (Service tienda/web ports.yaml:6) Port name web (port: 80, targetPort: 8080) doesn't follow",
    );
    expect(analyze('-n tienda ports.yaml').text).not.toContain('http-a');
    expect(analyze('-n tienda mala.yaml').text).toContain('[IST0106] (VirtualService tienda/mala mala.yaml:');
  });

  it('looks at files alone, at folders and at standard input', () => {
    expect(analyze('--use-kube=false -n tienda vs.yaml', start).text).toContain('Referenced host not found: "apii"');
    expect(analyze('--use-kube=false -n tienda vs.yaml tienda.yaml').text).toContain('"apii"');
    expect(analyze('--use-kube=false -n tienda carpeta').text).toContain('when analyzing carpeta/a.yaml.');
    expect(analyze('--use-kube=false -n tienda carpeta/b.txt').text).toContain('Skipping file carpeta/b.txt');
    expect(typed(desk, 'cat vs.yaml | istioctl analyze -n tienda -').text).toContain(
      '(VirtualService tienda/api -:10)',
    );
    expect(analyze('nada.yaml').text).toContain('Error: stat nada.yaml: no such file or directory');
  });

  it('keeps what it is asked not to tell to itself, and fails from where it is asked to', () => {
    expect(analyze('-n tienda vs.yaml -S "IST0101=VirtualService *.tienda"').text).not.toContain('[IST0101]');
    expect(analyze('-n tienda vs.yaml --output-threshold Error').text).not.toContain('IST0132');
    expect(analyze('-n tienda ports.yaml').exit).toBe(0);
    expect(analyze('-n tienda ports.yaml --failure-threshold Info').exit).toBe(79);
    expect(JSON.parse(analyze('-n tienda vs.yaml -o json').text.replace(/^.*\n/, ''))).toContainEqual(
      expect.objectContaining({ code: 'IST0101', origin: 'VirtualService tienda/api', reference: 'vs.yaml:10' }),
    );
    expect(analyze('-L').text).toContain('* virtualservice.GatewayAnalyzer:\n');
  });

  it('tells of pods that have no proxy, and of two labels', () => {
    expect(analyze('-n tienda').text).toMatch(/Warning \[IST0103\] \(Pod tienda\/api-/);
    const both = typed(desk, 'kubectl label ns tienda istio.io/rev=canary').desk;
    expect(analyze('-n tienda', both).text).toContain('[IST0123] (Namespace tienda)');
  });
});
