import { modules } from '../course.ts';
import { type Html, html } from '../html.ts';
import type { Course, Lesson } from '../load.ts';
import { exerciseHref } from '../shared/href.ts';
import type { Page } from './layout.ts';
import { said } from './said.ts';
import { words } from './words.ts';

export function homePage({ lessons }: Course): Page {
  const byNumber = new Map(lessons.map((lesson) => [lesson.exercise.spec.number, lesson]));
  return {
    path: 'index.html',
    title: 'Timonel: aprende Docker, Kubernetes, Istio y Linkerd gobernándolos',
    description: 'Ejercicios de Docker, Kubernetes, Istio y Linkerd que se corrigen por lo que hace tu respuesta.',
    styles: ['portada'],
    scripts: ['portada'],
    body: html`${hero(lessons[0])}
${howItWorks}
<section class="course" id="curso" aria-labelledby="titulo-curso">
<h2 id="titulo-curso">${said(words.course)}</h2>
<p class="lead">Treinta ejercicios en seis etapas. Puedes seguir el orden o saltar a lo que te haga falta.</p>
<div class="modules">
${modules.map(({ title, about, numbers }, index) => moduleCard({ title, about, numbers }, index, byNumber))}
</div>
</section>
${startHere}`,
  };
}

function hero(first: Lesson | undefined): Html {
  return html`<section class="hero">
<div class="hero-text">
<h1>Aprende a llevar el timón de un clúster</h1>
<p class="lead">Escribes un Dockerfile o un manifiesto y Timonel lo pone en marcha en un laboratorio simulado: construye la
imagen, arranca los pods, envía peticiones. Luego te cuenta qué ha hecho tu respuesta y qué línea lo decidió.</p>
${
  first &&
  html`<p class="hero-actions"><a class="button primary" id="continuar" href="${exerciseHref(first.exercise.folder)}"
data-start-es="${words.startWith.es}" data-start-en="${words.startWith.en}" data-continue-es="${
    words.continueWith.es
  }" data-continue-en="${words.continueWith.en}">${words.startWith.es} ${first.exercise.spec.number}</a>
<a class="button" href="#curso">Ver los ejercicios</a></p>`
}
</div>
<img class="hero-helm" src="timon.svg" alt="" width="320" height="320">
</section>`;
}

const howItWorks = html`<section class="how" aria-labelledby="titulo-como">
<h2 id="titulo-como" class="visually-hidden">Cómo se corrige</h2>
<ul>
<li><h3>Por lo que hace</h3><p>No se compara tu texto con una solución. Si se comporta bien, está bien, lo escribas como lo escribas.</p></li>
<li><h3>Con la prueba delante</h3><p>Cada fallo enseña el recorrido de la petición y la línea de tu fichero que decidió en cada paso.</p></li>
<li><h3>Sin instalar nada más</h3><p>Ni Docker, ni un clúster, ni un servidor. El mismo corrector funciona aquí y en la terminal.</p></li>
</ul>
</section>`;

function moduleCard(
  { title, about, numbers }: (typeof modules)[number],
  index: number,
  byNumber: ReadonlyMap<number, Lesson>,
): Html {
  const ready = numbers.flatMap((number) => byNumber.get(number) ?? []);
  const missing = numbers.filter((number) => !byNumber.has(number));
  return html`<section class="module" aria-labelledby="modulo-${index}">
<p class="eyebrow">Etapa ${index + 1}</p>
<h3 id="modulo-${index}">${title}</h3>
<p>${about}</p>
${ready.length > 0 && html`<ul class="exercises">${ready.map(exerciseRow)}</ul>`}
${missing.length > 0 && html`<p class="soon">${soonLine(missing)}</p>`}
</section>`;
}

function exerciseRow({ exercise: { spec, folder } }: Lesson): Html {
  return html`<li><a href="${exerciseHref(folder)}" data-exercise="${spec.id}" data-number="${spec.number}"><span class="number">${
    spec.number
  }</span><span class="name">${spec.title.es}</span><span class="state" data-state></span></a></li>
`;
}

const soonLine = (numbers: readonly number[]): Html =>
  html`En preparación: ${numbers.map((number) => html`<span class="number">${number}</span> `)}`;

const startHere = html`<section class="start" aria-labelledby="titulo-empezar">
<h2 id="titulo-empezar">Cinco minutos para empezar</h2>
<div class="ways">
<section aria-labelledby="en-pagina"><h3 id="en-pagina">En esta página</h3>
<ol>
<li>Abre un ejercicio y lee qué hay que conseguir.</li>
<li>Escribe tu respuesta en el editor. Se guarda sola en este navegador.</li>
<li>Pulsa <strong>Corregir</strong> o <kbd>Ctrl</kbd>+<kbd>Intro</kbd>, lee qué ha pasado y vuelve a intentarlo.</li>
</ol></section>
<section aria-labelledby="en-terminal"><h3 id="en-terminal">En tu editor y tu terminal</h3>
<ol>
<li>Descarga el repositorio y ejecuta <code>npm install &amp;&amp; npm start</code>.</li>
<li>Abre <code>exercises/</code> en tu editor y cambia el fichero de respuesta.</li>
<li>Guarda: se corrige al momento en la terminal y, si la tienes abierta, en esta página.</li>
</ol></section>
</div>
<ul class="promises">
<li><strong>Sin conexión.</strong> Copia la carpeta del sitio donde quieras y abre <code>index.html</code>: funciona igual, sin servidor.</li>
<li><strong>Privado.</strong> Tus respuestas y tu progreso se quedan en este navegador. La página no envía nada a nadie.</li>
</ul>
</section>`;
