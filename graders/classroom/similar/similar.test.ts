import { describe, expect, it } from 'vitest';
import type { AnswerFormat } from '../../core/exercise.ts';
import { few, quick } from '../../vitest/quick.ts';
import { answerOf, canary, classOf, submissionOf } from '../testing/results.ts';
import { normalOf } from './answer.ts';
import { type Common, formsOf } from './forms.ts';
import { alikeIn } from './similar.ts';

const same = (format: AnswerFormat, path: string, a: string, b: string): boolean => {
  const [one, other] = [a, b].map((text) => normalOf({ path, text }, format).text);
  return one === other;
};

const service = `
kind: Service
apiVersion: v1
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: routes, namespace: shop }
spec:
  hosts: [web.shop.svc.cluster.local]
  http: [{ route: [{ destination: { host: web, subset: v1 }, weight: 90 }] }]
`;

describe('manifests', () => {
  it('are equal whatever the order of keys and documents, the names, the layout and the comments', () => {
    const other = `# mine
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  namespace: tienda
  name: rutas
spec:
  http:
    - route:
        - weight: 90   # nine of ten
          destination:
            subset: estable
            host: catalogo
  hosts:
    - "catalogo.tienda.svc.cluster.local"
---
apiVersion: v1
kind: Service
metadata:
  labels: { app: catalogo }
  namespace: tienda
  name: catalogo
spec:
  ports:
    - targetPort: 8080
      port: 80
  selector:
    app: catalogo
`;
    expect(same('manifests', 'a.yaml', service, other)).toBe(true);
  });

  it.each([
    ['another number', service.replace('weight: 90', 'weight: 80')],
    ['another kind', service.replace('kind: Service', 'kind: ConfigMap')],
    ['another name in one place alone', service.replace('host: web', 'host: api')],
    ['a field more', service.replace('targetPort: 8080', 'targetPort: 8080, name: http')],
  ])('are not equal with %s', (_, other) => {
    expect(same('manifests', 'a.yaml', service, other)).toBe(false);
  });

  it('that cannot be read are looked at as words', () => {
    expect(same('manifests', 'a.yaml', 'a: [\n b', 'a:   [ b')).toBe(true);
  });
});

describe('other formats', () => {
  it.each<[AnswerFormat, string, string, string]>([
    [
      'literal',
      'respuesta.ts',
      "export default { b: 'x', explica: { a: 'El pod, vive poco.' } } satisfies R;",
      'export default {\n  explica: { a: "el pod vive poco" }, // sí\n  b: "x",\n} satisfies R;',
    ],
    [
      'dockerfile',
      'Dockerfile',
      'FROM node:22 AS build\nRUN  npm ci\nFROM node:22\nCOPY --from=build /a /a\n',
      '# x\nfrom node:22 as obra\nrun npm \\\n  ci\n\nFROM node:22\nCOPY --from=obra /a /a',
    ],
    [
      'shell',
      'comandos.sh',
      'docker build -t web .\ndocker run "web"',
      '# primero\ndocker  build -t web .   # así\n\ndocker run web\n',
    ],
    [
      'service',
      'servicio.ts',
      "import http from 'node:http';\nconst server = http.createServer((req, res) => { res.end('ok'); });",
      'import web from "node:http" // x\nconst s = web.createServer((peticion, respuesta) => {\n  /* y */ respuesta.end("ok")\n})',
    ],
    ['settings', 'a.cfg', '[a]\nx=1\ny = 2\n', '# z\n[a]\ny=2\nx=1\n'],
  ])('%s: %s is equal in another dress', (format, path, a, b) => expect(same(format, path, a, b)).toBe(true));

  it.each<[AnswerFormat, string, string, string]>([
    ['literal', 'respuesta.ts', "export default { a: 'x' }", "export default { a: 'y' }"],
    ['dockerfile', 'Dockerfile', 'FROM node:22', 'FROM node:20'],
    ['shell', 'comandos.sh', 'docker run web', 'docker start web'],
    ['service', 'servicio.ts', 'res.end(1)', 'res.write(1)'],
    ['settings', 'a.cfg', '[a]\nx=1', '[b]\nx=1'],
  ])('%s: %s is not equal where it says something else', (format, path, a, b) => {
    expect(same(format, path, a, b)).toBe(false);
  });

  /** Their squares would take minutes, and the test its time. */
  it('cost no square of what was handed in', () => {
    const length = quick ? 20_000 : 200_000;
    for (const text of few(['{"a":', '`\\', "'\\", 'FROM a as '])) {
      for (const format of ['manifests', 'literal', 'dockerfile', 'shell', 'service', 'settings'] as const) {
        expect(
          normalOf({ path: 'a.xml', text: text.repeat(length / text.length) }, format).facts.length,
        ).toBeLessThanOrEqual(3000);
      }
    }
  });
});

const essay = (words: string): string => `export default { explica: { a: '${words}' } } satisfies Respuesta;`;
const reference = essay('El proxy de cada pod cifra el tráfico con TLS mutuo y la aplicación no se entera de nada');
const mine =
  'Yo pienso que los sidecars se pasan claves raras entre ellos para que ningún vecino cotilla mire los paquetes del súper';
const copied = mine.toUpperCase().replaceAll(' ', '   ');
const others = [
  'Cada contenedor negocia certificados cortos que firma la autoridad de la malla y caducan en veinticuatro horas exactas siempre',
  'La red queda protegida porque los intermediarios hablan un protocolo cifrado que exige identidad por ambas partes del canal',
  'Sin tocar código conseguimos confidencialidad gracias a que alguien delante de la aplicación envuelve todo lo que sale fuera',
];

const common: Common = {
  formats: new Map([['respuesta.ts', 'literal']]),
  answers: [{ path: 'respuesta.ts', text: reference }],
  texts: [
    'Explica por qué el proxy de cada pod puede cifrar lo que sale de él sin que la aplicación tenga que cambiar ni una línea.',
  ],
};

function classWriting(texts: readonly string[]) {
  const files = (text: string) => [{ path: 'respuesta.ts', text }];
  return classOf(
    ...texts.map((text, index) =>
      submissionOf(`s${index}`, [answerOf(canary, 'pass', ['pass', 6, 6], [], files(essay(text)))]),
    ),
  );
}

const alike = (texts: readonly string[]) => {
  const forms = formsOf(classWriting(texts), () => common).get(canary.id) ?? [];
  return alikeIn(forms).map(({ submissions, share }) => [submissions, Math.round(share * 100)]);
};

describe('answers that are alike', () => {
  it('are those that say the same of their own, in whatever dress', () => {
    expect(alike([mine, ...others, copied])).toEqual([[['s0', 's4'], 100]]);
  });

  it('are those of which one was written from the other', () => {
    const [[who = [], share = 0] = []] = alike([mine, ...others, mine.replace('vecino cotilla', 'vecino')]) as [
      string[],
      number,
    ][];
    expect(who).toEqual(['s0', 's4']);
    expect(share).toBeGreaterThanOrEqual(60);
    expect(share).toBeLessThan(100);
  });

  it('are not those that give the right answer, or the words of the statement', () => {
    const right = reference.slice(reference.indexOf("a: '") + 4, reference.lastIndexOf("'"));
    expect(alike([right, right, right, ...others])).toEqual([]);
    const statement =
      'El proxy de cada pod puede cifrar lo que sale de él sin que la aplicación tenga que cambiar ni una línea';
    expect(alike([statement, statement, ...others])).toEqual([]);
  });

  it('are not those that share what much of the class says', () => {
    const lesson = 'Como dijo el profesor en clase la malla cifra porque sí y punto final que ya es hora';
    const ends = ['amarillo limón verde', 'tren barco avión', 'lunes martes jueves', 'queso vino pan', 'sol luna mar'];
    expect(alike(ends.map((end) => `${lesson} ${end}`))).toEqual([]);
  });
});

describe('forms', () => {
  it('keep answers apart that look alike and came to something else', () => {
    const files = [{ path: 'respuesta.ts', text: essay(mine) }];
    const results = classOf(
      submissionOf('a', [answerOf(canary, 'pass', ['pass', 6, 6], [], files)]),
      submissionOf('b', [answerOf(canary, 'fail', ['fail', 0, 0], [], files)]),
      submissionOf('c', [
        answerOf(canary, 'pass', ['pass', 6, 6], [], [{ path: 'respuesta.ts', text: essay(copied) }]),
      ]),
    );
    const forms = formsOf(results, () => common).get(canary.id) ?? [];
    expect(forms.map(({ submissions }) => submissions)).toEqual([['a', 'c'], ['b']]);
  });

  it('are the same for manifests with other comments at their end, and not for what only looks like a comment', () => {
    const text = `quoted: 'one\n${service}`;
    const written = [
      `${service}# a\n`,
      `${service}\n# b\n# c`,
      service,
      `${text}# it's\n`,
      `${text}# is\n`,
      `${text}# was\n`,
    ];
    const results = classOf(
      ...written.map((one, index) => {
        const answer = answerOf(canary, 'pass', ['pass', 6, 6], [], [{ path: 'respuesta.yaml', text: one }]);
        return submissionOf(`s${index}`, [{ ...answer, key: `k${index}` }]);
      }),
    );
    const forms = formsOf(results, () => undefined).get(canary.id) ?? [];
    expect(forms.map(({ submissions }) => submissions)).toContainEqual(['s0', 's1', 's2']);
    expect(forms).toHaveLength(4);
  });
});
