import type { Source } from '../../core/source.ts';
import type { Lang, Text } from '../../core/text.ts';
import { exerciseFiles } from './exercise.ts';
import { explanationTodos, fileTodos, hintTodos, statementTodos } from './sentences.ts';
import { todo } from './todo.ts';
import { packedSchemas } from './workspace.ts';

const lesson = 'servicios';

/** A course to begin with: one finished exercise that passes the gate, its solution and its lesson. */
export function courseFiles(lang: Lang = 'es'): readonly Source[] {
  const example = exerciseFiles({
    number: 1,
    id: 'primer-servicio',
    title: { es: 'Un Service para la web', en: 'A Service for the web' },
    format: 'manifests',
    lesson,
    schemas: packedSchemas,
    lang,
  });
  return [
    { path: 'exercises/course.yaml', text: courseText },
    ...example.map(finished),
    { path: `site/lecciones/${lesson}.md`, text: lessonText },
  ];
}

const courseText = `# Las partes del curso, en orden. Lo que ninguna nombra va al final.
modules:
  - title: { es: Para empezar, en: To begin with }
    about: { es: Un ejemplo que puedes borrar., en: An example that you can delete. }
    lessons: [${lesson}]
    exercises: [primer-servicio]
# Cuántas respuestas buenas y cuántos errores típicos se piden a cada ejercicio. Cuantas más, más seguro es el corrector.
answers: { accepted: 1, rejected: 1 }
`;

/** What stands in the example for each sentence about what is left to do. */
const done: readonly (readonly [left: Text, instead: Text])[] = [
  [fileTodos.checks, { es: 'Lo que se prueba en el laboratorio.', en: 'What is tried in the lab.' }],
  [fileTodos.world, { es: 'Lo que ya está en el clúster.', en: 'What is in the cluster already.' }],
  [fileTodos.reference, { es: 'La respuesta de referencia.', en: 'The reference answer.' }],
  [fileTodos.accepted, { es: 'También vale otro tipo de Service.', en: 'Another type of Service will do too.' }],
  [fileTodos.rejected, { es: 'El selector no elige a ningún pod.', en: 'The selector selects no pod.' }],
  [
    statementTodos.context,
    {
      es: 'La web tiene dos réplicas, y sus direcciones cambian. Los clientes necesitan un nombre que no cambie.',
      en: 'The web has two replicas whose addresses change. Clients need a name that does not.',
    },
  ],
  [statementTodos.asks, { es: 'Los clientes la llaman `http://web/`.', en: 'Clients call it `http://web/`.' }],
  [
    statementTodos.checks,
    {
      es: 'Envía una petición desde el cliente y mira quién responde. El tipo del Service es libre.',
      en: 'It sends a request from the client and looks who answers. The type of the Service is free.',
    },
  ],
  [
    explanationTodos,
    {
      es: 'El Service elige a los pods por sus etiquetas y reparte entre ellos. `port` es el suyo y `targetPort` el del contenedor.',
      en: 'The Service selects the pods by their labels and shares requests among them. `port` is its own, `targetPort` that of the container.',
    },
  ],
  ...(
    [
      {
        es: 'Hace falta un objeto que dé un nombre a un grupo de pods.',
        en: 'It takes an object that names a group of pods.',
      },
      { es: 'Un Service elige a sus pods con `selector`.', en: 'A Service selects its pods with `selector`.' },
      {
        es: '`selector: { app: web }`, con `port: 80` y `targetPort: 8080`.',
        en: '`selector: { app: web }`, with `port: 80` and `targetPort: 8080`.',
      },
    ] satisfies readonly Text[]
  ).map((instead, index): readonly [Text, Text] => [hintTodos[index] ?? instead, instead]),
];

function finished({ path, text }: Source): Source {
  const langs: readonly Lang[] = ['es', 'en'];
  const written = done.reduce(
    (now, [left, instead]) => langs.reduce((said, lang) => said.replaceAll(todo(left, lang), instead[lang]), now),
    text,
  );
  return { path, text: written };
}

const lessonText = `---
id: ${lesson}
order: 1
title: { es: Un nombre para los pods, en: A name for pods }
summary: Por qué los clientes no llaman a los pods, sino a un Service.
concepts: [${lesson}]
sources:
  - { title: 'Kubernetes: Service', url: https://kubernetes.io/docs/concepts/services-networking/service/ }
---

Un pod tiene dirección propia, y la pierde cuando se sustituye. Un **Service** da a un grupo de pods un nombre y una dirección que
no cambian.

## A quién elige un Service {#${lesson}}

\`selector\` dice qué etiquetas llevan los pods que atienden. \`port\` es el puerto del Service; \`targetPort\`, aquel en el que escucha el
contenedor. Practícalo en el [primer ejercicio](ejercicio:primer-servicio).
`;
