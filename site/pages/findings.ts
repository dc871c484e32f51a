import { type Html, html } from '../html.ts';
import type { FindingPage } from '../load.ts';
import { renderMarkdown } from '../markdown.ts';
import { findingHref } from '../shared/href.ts';
import { severityWords } from '../shared/words.ts';
import type { Page } from './layout.ts';
import { withCode } from './said.ts';

/** One page per kind of finding: where every finding links to. */
export function findingPage({ about, doc, text }: FindingPage, byDoc: ReadonlyMap<string, string>): Page {
  const { id, severity, title, messages, related = [] } = about;
  return {
    path: findingHref(id),
    title: `${title.es.replaceAll('`', '')} · Timonel`,
    description: `Qué significa el aviso ${id} de Timonel, por qué ocurre y cómo se arregla.`,
    styles: ['avisos'],
    body: html`<article class="finding-page">
<p class="eyebrow"><a href="index.html">Avisos</a> › <code>${id}</code></p>
<h1>${withCode(title.es)}</h1>
<p class="severity severity--${severity}">${severityWords[severity].es}</p>
${renderMarkdown(text, { link: (href) => byDoc.get(resolve(doc, href)) })}
<h2 id="mensajes">Cómo lo dice el corrector</h2>
<ul class="messages">${Object.values(messages).map((message) => html`<li>${withCode(asRead(message.es))}</li>`)}</ul>
${related.length > 0 && html`<p class="muted">En otras herramientas: ${related.join(', ')}.</p>`}
</article>`,
  };
}

/** `{n:réplica|réplicas}` and `{name}` as a reader sees a blank. */
const asRead = (sentence: string): string =>
  sentence.replace(/\{\w+:[^|}]*\|([^}]*)\}/g, '$1').replace(/\{\w+\}/g, '…');

/** The path of a link, from the root of the repository. */
function resolve(from: string, href: string): string {
  return new URL(href, `file:///${from}`).pathname.slice(1);
}

/** The areas in the order of the course: from the file that cannot be read to the request that goes astray. */
const areas: Readonly<Record<string, string>> = {
  file: 'Ficheros',
  yaml: 'YAML',
  schema: 'Campos y tipos de un manifiesto',
  manifest: 'Manifiestos',
  dockerfile: 'Dockerfile',
  docker: 'Buenas prácticas en un Dockerfile',
  image: 'La imagen y lo que arranca',
  commands: 'Órdenes de Docker',
  kubernetes: 'Objetos de Kubernetes',
  admission: 'Admisión',
  pods: 'Pods que no llegan a estar listos',
  reach: 'Conexiones que no llegan',
  access: 'Permisos (RBAC)',
  autoscaling: 'Escalado automático',
  istio: 'Objetos de Istio',
  linkerd: 'Objetos de Linkerd',
  traffic: 'Tráfico en la malla',
  literal: 'Cómo se escribe `respuesta.ts`',
  theory: 'Respuestas de teoría',
  exercise: 'Para quien escribe ejercicios',
};

const order = Object.keys(areas);
const place = (area: string): number => (order.includes(area) ? order.indexOf(area) : order.length);

export function findingsIndexPage(findings: readonly FindingPage[]): Page {
  const byArea = new Map<string, FindingPage[]>();
  for (const page of findings) {
    const area = page.about.id.slice(0, page.about.id.indexOf('/'));
    byArea.set(area, [...(byArea.get(area) ?? []), page]);
  }
  return {
    path: 'reglas/index.html',
    title: 'Qué significa cada aviso · Timonel',
    description: 'Todos los avisos que da Timonel, con su porqué y su arreglo.',
    styles: ['avisos'],
    body: html`<div class="finding-index">
<h1>Qué significa cada aviso</h1>
<p class="lead">Cada aviso del corrector tiene una página: qué ha visto, por qué importa y qué hacer.</p>
${[...byArea].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b)).map(([area, group]) => areaList(area, group))}
</div>`,
  };
}

function areaList(area: string, findings: readonly FindingPage[]): Html {
  return html`<section aria-labelledby="area-${area}"><h2 id="area-${area}">${withCode(areas[area] ?? area)}</h2>
<ul>${findings.map(
    ({ about }) =>
      html`<li><a href="${findingHref(about.id).replace('reglas/', '')}">${withCode(about.title.es)}</a> <code>${about.id}</code></li>
`,
  )}</ul></section>`;
}
