import type { WrittenExercise } from '../../graders/course/written.ts';
import type { Exercise, Text } from '../../graders/index.ts';
import { data, type Html, html } from '../html.ts';
import type { Course } from '../load.ts';
import { useOf } from '../shared/part-data.ts';
import type { TerminalPageData } from '../shared/terminal-data.ts';
import type { Page } from './layout.ts';
import { inBoth, said } from './said.ts';

export const terminalPath = 'terminal.html';

/** Exercises that ask for commands, whose desk one can sit down at. */
export const withCommands = ({ exercises }: Course): readonly WrittenExercise[] =>
  exercises.filter(({ exercise }) => exercise.spec.checks.some(({ kind }) => kind === 'commands'));

/** The simulated terminal, with nothing on the desk or with what an exercise puts there. */
export function terminalPage(course: Course): Page {
  const carried: TerminalPageData = { lab: 'motor.js', worlds: 'mundos.js' };
  return {
    path: terminalPath,
    title: { es: 'Terminal · Timonel', en: 'Terminal · Timonel' },
    description: 'Docker, Kubernetes, Istio y Linkerd simulados en una terminal que funciona en el navegador.',
    styles: ['terminal'],
    scripts: ['terminal'],
    terminal: true,
    parts: [useOf('engine', '')],
    body: html`<div class="terminal-page">
<h1>${inBoth(words.title)}</h1>
<p class="lead">${inBoth(words.lead)}</p>
<noscript><p class="notice">${words.needsScript.es} <code>npx timonel lab</code>.</p></noscript>
<div class="needs-script">
<div class="term-choice"><label for="mundo">${said(words.desk)}</label>
<select id="mundo"><option value="" data-es="${words.empty.es}" data-en="${words.empty.en}">${words.empty.es}</option>${withCommands(
      course,
    ).map(
      ({ exercise: { spec } }) =>
        html`<option value="${spec.id}" data-es="${spec.number}. ${spec.title.es}" data-en="${spec.number}. ${spec.title.en}">${spec.number}. ${spec.title.es}</option>`,
    )}</select>
<label class="button" for="sesion">${said(words.openSession)}</label>
<input class="visually-hidden" type="file" id="sesion" accept="application/json,.json"></div>
<p class="muted" hidden>${inBoth(words.yourFiles)} <a id="al-ejercicio" href="index.html#curso">${said(words.toExercise)}</a></p>
<section class="term-host" id="terminal" aria-label="Terminal"><p class="muted">${said(words.loading)}</p></section>
<details class="term-own" id="ficheros"><summary>${said(words.files)}</summary>
<p class="muted">${inBoth(words.filesAbout)}</p>
<div id="ficheros-cuerpo"></div></details>
<section class="term-tries" aria-labelledby="probar"><h2 id="probar">${said(words.tries)}</h2>
<p class="muted">${inBoth(words.triesAbout)}</p>
${tries.map(([title, lines]) => group(title, lines))}
</section>
</div>
</div>
<script type="application/json" id="datos">${data(carried)}</script>`,
  };
}

const group = (title: Text, lines: readonly string[]): Html =>
  html`<h3>${inBoth(title)}</h3>
<ul class="term-chips">${lines.map(
    (line) => html`<li><button type="button" data-suggest="${line}"><code>${line}</code></button></li>
`,
  )}</ul>
`;

/** Lines to begin with, by what they are about. */
export const tries: readonly (readonly [Text, readonly string[]])[] = [
  [
    { es: 'Docker', en: 'Docker' },
    ['docker run -d --name web -p 8080:80 nginx:1.29', 'curl -i localhost:8080', 'docker ps', 'docker rm -f web'],
  ],
  [
    { es: 'Kubernetes', en: 'Kubernetes' },
    [
      'kind create cluster',
      'kubectl create deployment web --image=nginx:1.29 --replicas=3',
      'kubectl rollout status deployment/web',
      'kubectl get pods -o wide',
      'kubectl set image deployment/web nginx=nginx:nada',
      'kubectl get events',
    ],
  ],
  [
    { es: 'Istio', en: 'Istio' },
    ['istioctl install -y', 'kubectl label namespace default istio-injection=enabled', 'istioctl analyze'],
  ],
  [
    { es: 'Linkerd', en: 'Linkerd' },
    [
      'linkerd check --pre',
      'linkerd install --crds | kubectl apply -f -',
      'linkerd install | kubectl apply -f -',
      'linkerd check',
    ],
  ],
];

/** What the exercises put on the desk, as a script that a page opened from a file can load too. */
export function worldsScript(course: Course): string {
  const worlds = withCommands(course).map(({ exercise }) => worldOf(exercise));
  return `globalThis.timonelWorlds=${JSON.stringify(worlds)};\n`;
}

/** Of an exercise, what the desk needs: not what is right. */
function worldOf(exercise: Exercise): Exercise {
  const { spec } = exercise;
  const [check] = spec.checks.filter(({ kind }) => kind === 'commands');
  if (check?.kind !== 'commands') throw new Error(`${spec.id} asks for no commands`);
  const { id, kind, title, before, cluster } = check;
  const desk = {
    id,
    kind,
    ...(title && { title }),
    ...(before !== undefined && { before }),
    ...(cluster && { cluster }),
  } as const;
  return { ...exercise, spec: { ...spec, checks: [desk], hints: [{ es: '', en: '' }] } };
}

const words = {
  title: { es: 'Terminal', en: 'Terminal' },
  lead: {
    es: 'Docker, Kubernetes, Istio y Linkerd, simulados. Escribe lo que escribirías en tu máquina: aquí no se instala nada, nada sale de este navegador y todo se puede deshacer.',
    en: 'Docker, Kubernetes, Istio and Linkerd, simulated. Type what you would type on your machine: nothing is installed here, nothing leaves this browser, and everything can be undone.',
  },
  needsScript: {
    es: 'La terminal necesita JavaScript. Sin él la tienes en la tuya con',
    en: 'The terminal needs JavaScript. Without it you have it in your own with',
  },
  desk: { es: 'Mesa de trabajo', en: 'Desk' },
  empty: { es: 'Vacía', en: 'Empty' },
  openSession: { es: 'Abrir sesión guardada', en: 'Open a saved session' },
  yourFiles: {
    es: 'Están tus ficheros tal como los tienes en el ejercicio.',
    en: 'Your files are here as you have them in the exercise.',
  },
  toExercise: { es: 'Ir al ejercicio', en: 'Go to the exercise' },
  loading: { es: 'Preparando la terminal…', en: 'Getting the terminal ready…' },
  files: { es: 'Tus ficheros', en: 'Your files' },
  filesAbout: {
    es: 'Los que pongas aquí están en la carpeta de la terminal. Prueba con `web.yaml` o `Dockerfile`.',
    en: 'Those you put here are in the folder of the terminal. Try `web.yaml` or `Dockerfile`.',
  },
  tries: { es: 'Para empezar', en: 'To begin with' },
  triesAbout: {
    es: 'Elige una orden para tenerla escrita; Intro la ejecuta. `help` dice qué hay.',
    en: 'Choose a command to have it typed; Enter runs it. `help` tells what there is.',
  },
} as const satisfies Record<string, Text>;
