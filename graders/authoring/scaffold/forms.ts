import type { AnswerFormat } from '../../core/exercise.ts';
import type { Text } from '../../core/text.ts';

/**
 * What is particular to an exercise of one format: a small exercise that works, whose author replaces its parts one by one. What
 * begins with `@` stands for a sentence about what is left to do.
 */
export interface Form {
  readonly file: string;
  /** Of `exercise.yaml`, between the answers and the hints. */
  readonly checks: string;
  readonly given: Readonly<Record<string, string>>;
  readonly starter?: string;
  readonly reference: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly asks: Text;
  readonly gives?: Text;
}

const manifests: Form = {
  file: 'respuesta.yaml',
  checks: `world: [given/mundo.yaml]
images:
  - { name: ejemplo/web, tags: ['1.0'], listens: [8080] }
  - { name: ejemplo/cliente, tags: ['1.0'] }
checks:
  - id: valido
    kind: valid
    title: { es: Los manifiestos están bien escritos, en: The manifests are well formed }
  # @checks
  - id: responde
    kind: reach
    needs: [valido]
    points: 4
    required: true
    title: { es: El cliente llega a la web, en: The client reaches the web }
    calls:
      - { from: tienda/cliente, to: 'http://web/', expect: { status: 200 } }
`,
  given: {
    'mundo.yaml': `# @world
apiVersion: v1
kind: Namespace
metadata:
  name: tienda
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: tienda
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: ejemplo/web:1.0
          ports:
            - containerPort: 8080
---
apiVersion: v1
kind: Pod
metadata:
  name: cliente
  namespace: tienda
  labels:
    app: cliente
spec:
  containers:
    - name: cliente
      image: ejemplo/cliente:1.0
`,
  },
  reference: `# @reference
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: tienda
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`,
  accepted: `# @accepted
apiVersion: v1
kind: Service
metadata: { name: web, namespace: tienda }
spec:
  type: NodePort
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
`,
  rejected: `# @rejected
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: tienda
spec:
  selector:
    app: webs # expect: reach/no-endpoints
  ports:
    - port: 80
      targetPort: 8080
`,
  asks: {
    es: 'Escribe en `respuesta.yaml` el Service por el que los clientes de `tienda` llegan a la web en el puerto 80.',
    en: 'Write in `respuesta.yaml` the Service by which the clients of `tienda` reach the web on port 80.',
  },
  gives: {
    es: '`given/mundo.yaml`: el Deployment `web`, que escucha en el puerto 8080, y un cliente.',
    en: '`given/mundo.yaml`: the Deployment `web`, which listens on port 8080, and a client.',
  },
};

const dockerfile: Form = {
  file: 'Dockerfile',
  checks: `checks:
  - id: valido
    kind: valid
    title: { es: El Dockerfile se puede leer, en: The Dockerfile can be read }
  # @checks
  - id: saluda
    kind: image
    needs: [valido]
    points: 4
    required: true
    title: { es: El contenedor saluda, en: The container greets }
    expect: { prints: hola }
`,
  given: {},
  reference: `# @reference
FROM alpine:3.20
CMD ["echo", "hola"]
`,
  accepted: `# @accepted
FROM busybox:1.37
ENTRYPOINT ["echo"]
CMD ["hola"]
`,
  rejected: `# @rejected
FROM alpine:3.20
# expect: image/output
CMD ["echo", "adiós"]
`,
  asks: {
    es: 'Escribe en `Dockerfile` una imagen que imprima `hola` y termine.',
    en: 'Write in `Dockerfile` an image that prints `hola` and ends.',
  },
};

const literal: Form = {
  file: 'respuesta.ts',
  checks: `checks:
  - id: legible
    kind: valid
    title: { es: '\`respuesta.ts\` se puede leer', en: '\`respuesta.ts\` can be read' }
  # @checks
  - id: juicios
    kind: judgements
    needs: [legible]
    points: 4
    title: { es: Distingues lo verdadero de lo falso, en: You tell what is true from what is false }
    statements:
      - id: comparten-nucleo
        text:
          es: Los contenedores de una máquina comparten su núcleo.
          en: The containers of a machine share its kernel.
        truth: true
        refutation:
          es: Un contenedor no lleva sistema operativo propio. Mira qué núcleo dice \`uname -r\` dentro y fuera.
          en: A container has no operating system of its own. Look which kernel \`uname -r\` tells inside and outside.
`,
  given: {},
  reference: `import type { Respuesta } from '@types';

// @reference
export default {
  juicios: {
    'comparten-nucleo': 'verdadero',
  },
} satisfies Respuesta;
`,
  accepted: `import type { Respuesta } from '@types';

// @accepted
export default { "juicios": { "comparten-nucleo": "verdadero" } } satisfies Respuesta;
`,
  rejected: `import type { Respuesta } from '@types';

// @rejected
export default {
  juicios: {
    'comparten-nucleo': 'falso', // expect: theory/judgement
  },
} satisfies Respuesta;
`,
  asks: {
    es: 'Di en `respuesta.ts` si cada afirmación es verdadera o falsa.',
    en: 'Say in `respuesta.ts` whether each statement is true or false.',
  },
};

/** The formats that a new exercise may begin with. */
export const forms = { manifests, dockerfile, literal } satisfies Partial<Record<AnswerFormat, Form>>;

export type DraftFormat = keyof typeof forms;
