import type { Source } from '../../core/source.ts';

export interface Workspace {
  readonly kind: 'student' | 'author';
  /** What npm is asked for to get Timonel: a version, or a file. */
  readonly timonel: string;
}

/** What a folder that uses Timonel as a package has besides its exercises. */
export function workspaceFiles({ kind, timonel }: Workspace): readonly Source[] {
  return [
    { path: 'package.json', text: json(manifest(kind, timonel)) },
    { path: 'README.md', text: kind === 'student' ? studentReadme : authorReadme },
    { path: '.gitignore', text: 'node_modules/\n.timonel/\nsite/dist/\n' },
    { path: '.vscode/settings.json', text: json(settings(kind)) },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['zsol.vscode-glspc', 'redhat.vscode-yaml'] }) },
  ];
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

function manifest(kind: Workspace['kind'], timonel: string): object {
  const scripts = { start: 'timonel start', test: 'timonel grade' };
  const forAuthors = { gate: 'timonel gate', site: 'timonel site' };
  return {
    private: true,
    scripts: kind === 'student' ? scripts : { ...scripts, ...forAuthors },
    devDependencies: { timonel },
  };
}

/** Where the schemas of editors are, from the folder of a course that uses Timonel as a package. */
export const packedSchemas = 'node_modules/timonel/dist/schemas';
const schemas = `./${packedSchemas}`;

function settings(kind: Workspace['kind']): object {
  const manifests = ['exercises/*/respuesta.yaml', 'exercises/*/given/*.yaml', 'solutions/*/respuesta.yaml'];
  return {
    'yaml.schemas': {
      ...(kind === 'author' && {
        [`${schemas}/exercise.schema.json`]: 'exercises/*/exercise.yaml',
        [`${schemas}/course.schema.json`]: 'exercises/course.yaml',
        [`${schemas}/variants.schema.json`]: 'solutions/*/variantes.yaml',
      }),
      [`${schemas}/manifest.schema.json`]: manifests,
    },
    ...(kind === 'author' && {
      'json.schemas': [{ fileMatch: ['/notas/results.json'], url: `${schemas}/class.schema.json` }],
    }),
    'glspc.server.command': 'npx',
    'glspc.server.commandArguments': ['timonel', 'lsp'],
    'glspc.server.languageId': ['yaml', 'dockerfile', 'typescript'],
  };
}

const studentReadme = `# Ejercicios de Timonel

Docker, Kubernetes, Istio y Linkerd, sin instalar ninguno: cada respuesta se corrige por lo que hace en un laboratorio simulado.

\`\`\`sh
npm install && npm start
\`\`\`

Se abre una sesión de estudio: la terminal dice qué ejercicio toca y dónde está su fichero. Lees \`enunciado.md\` (o su página), editas
la respuesta, guardas, y ahí está el resultado. \`npm test\` lo corrige todo de una vez.

| comando | para qué |
|---|---|
| \`npx timonel list\` | los ejercicios, y cómo va cada uno |
| \`npx timonel grade 13\` | corregir uno |
| \`npx timonel hint 13\` | una pista |
| \`npx timonel reset 13\` | volver al principio, con copia de lo que tenías |

Tus respuestas están en \`exercises/\`; tu avance, en \`.timonel/\`.
`;

const authorReadme = `# Un curso con Timonel

\`\`\`sh
npm install
npx timonel gate        # qué le falta a cada ejercicio para publicarse
npm start               # el curso, como lo verá el alumno; cambia mientras escribes
\`\`\`

| carpeta | contiene |
|---|---|
| \`exercises/NN-nombre/\` | \`exercise.yaml\` (la definición), \`enunciado.md\`, la respuesta en blanco y su copia en \`starter/\`, el mundo en \`given/\` |
| \`exercises/course.yaml\` | las partes del curso, y cuántas respuestas se piden a cada ejercicio |
| \`solutions/NN-nombre/\` | la referencia, \`explicacion.md\`, otras respuestas buenas (\`accepted/\`) y errores típicos (\`rejected/\`) |
| \`site/lecciones/\` | las lecciones |

- \`npx timonel new exercise "Política de red"\` empieza un ejercicio; \`npx timonel gate 2 --watch\` dice en cada momento qué te queda por
  escribir.
- \`npx timonel site\` publica el curso en \`site/dist\`, que sirve en cualquier alojamiento estático.
- \`npx timonel class entregas --out notas\` corrige las entregas de una clase; \`notas/informe/index.html\` es su informe.

La guía, con un ejercicio de principio a fin: \`node_modules/timonel/graders/authoring/guia.md\`.
`;
