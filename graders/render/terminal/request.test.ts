import { describe, expect, it } from 'vitest';
import type { MeshTrace } from '../../lab/istio/index.ts';
import { plain } from './palette.ts';
import { requestLines } from './request.ts';
import type { Screen } from './screen.ts';

const screen: Screen = {
  lang: 'es',
  palette: plain,
  width: 90,
  textOf: () => 'kind: Service\n',
  shownPath: (path) => path,
};
const destination = {
  workload: 'reviews-v1',
  namespace: 'default',
  host: 'reviews.default.svc.cluster.local',
  subset: 'v1',
  port: 9080,
  share: 0.905,
  tls: 'mutual',
  labels: {},
} as const;

describe('requestLines', () => {
  it('tells every decision and where the traffic ends', () => {
    const trace: MeshTrace = {
      hops: [{ stage: 'dns', message: 'prueba/uno', data: {}, at: { path: 'w.yaml', from: 0, to: 4 } }],
      outcome: {
        status: 200,
        destinations: [destination],
        failures: [{ refusal: 'no-healthy-upstream', flag: 'UH', status: 503, share: 0.095 }],
        tls: 'mutual',
        authorization: { decision: 'allow', policy: 'default/permite' },
        timeout: 2.5,
      },
    };
    expect(`\n${requestLines({ from: 'default/web', url: 'http://reviews:9080/' }, trace, screen).join('\n')}\n`).toBe(`
GET http://reviews:9080/  desde default/web

  1  dns  prueba/uno  w.yaml:1:1

Resultado
  90,5 %  \`default/reviews-v1\`, por \`reviews.default.svc.cluster.local\`, subconjunto \`v1\`,
          puerto 9080, TLS mutuo
   9,5 %  no llega: el destino no tiene ningún pod listo (UH, 503)
  El cliente ve el estado 200.
  Lo permite \`default/permite\`.
  Tiempo de espera: 2,5 s.
`);
  });

  it('says what is only assumed', () => {
    const outcome = {
      status: 200,
      assumed: true,
      destinations: [{ ...destination, assumed: true, share: 1 }],
      failures: [],
      tls: 'mutual',
      authorization: { decision: 'allow' },
    } as const;
    const told = requestLines({ from: 'a', url: 'http://b/' }, { hops: [], outcome }, screen).join(' ');
    expect(told.replace(/\s+/g, ' ')).toContain(
      'Es una suposición: el laboratorio no conoce lo que hay en `default/reviews-v1`, y da por hecho que responde.',
    );
  });

  it('names the waypoint of any part once', () => {
    const waypoint = 'calma/waypoint';
    const outcome = {
      destinations: [{ ...destination, waypoint, share: 0.5 }],
      failures: [{ refusal: 'denied-by-policy', waypoint, share: 0.5 }],
      tls: 'mutual',
      authorization: { decision: 'allow' },
    } as const;
    const lines = requestLines({ from: 'a', url: 'http://b/' }, { hops: [], outcome }, screen);
    expect(lines.filter((line) => line.includes('waypoint'))).toEqual(['  Va por el waypoint `calma/waypoint`.']);
  });
});
