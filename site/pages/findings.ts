import type { Text } from '../../graders/index.ts';
import { type Html, html } from '../html.ts';
import type { FindingPage } from '../load.ts';
import { renderMarkdown } from '../markdown.ts';
import { findingHref } from '../shared/href.ts';
import { severityWords } from '../shared/words.ts';
import type { Page } from './layout.ts';
import { inBoth, said } from './said.ts';
import { words } from './words.ts';

/** One page per kind of finding: where every finding links to. */
export function findingPage({ about, doc, text }: FindingPage, byDoc: ReadonlyMap<string, string>): Page {
  const { id, severity, title, messages, related = [] } = about;
  const untold = related.filter((one) => !text.includes(one));
  return {
    path: findingHref(id),
    title: pageTitle(title),
    description: `Qué significa el aviso ${id} de Timonel, por qué ocurre y cómo se arregla.`,
    styles: ['avisos'],
    body: html`<article class="finding-page">
<p class="eyebrow"><a href="index.html">${said(words.findings)}</a> › <code>${id}</code></p>
<h1>${inBoth(title)}</h1>
<p class="severity severity--${severity}">${said(severityWords[severity])}</p>
${renderMarkdown(text, { link: (href) => byDoc.get(resolve(doc, href)) })}
<h2 id="mensajes">${said(pageWords.messages)}</h2>
<ul class="messages">${Object.values(messages).map((message) => html`<li>${inBoth(asRead(message))}</li>`)}</ul>
${untold.length > 0 && html`<p class="muted">${said(pageWords.elsewhere)} ${untold.join(', ')}.</p>`}
</article>`,
  };
}

/** `{n:réplica|réplicas}` and `{name}` as a reader sees a blank. */
const asRead = ({ es, en }: Text): Text => ({ es: blanks(es), en: blanks(en) });

const blanks = (sentence: string): string =>
  sentence.replace(/\{\w+:[^|}]*\|([^}]*)\}/g, '$1').replace(/\{\w+\}/g, '…');

/** The path of a link, from the root of the repository. */
function resolve(from: string, href: string): string {
  return new URL(href, `file:///${from}`).pathname.slice(1);
}

/** The areas in the order of the course: from the file that cannot be read to the request that goes astray. */
const areas: Readonly<Record<string, Text>> = {
  file: { es: 'Ficheros', en: 'Files' },
  yaml: { es: 'YAML', en: 'YAML' },
  schema: { es: 'Campos y tipos de un manifiesto', en: 'Fields and types of a manifest' },
  manifest: { es: 'Manifiestos', en: 'Manifests' },
  dockerfile: { es: 'Dockerfile', en: 'Dockerfile' },
  docker: { es: 'Buenas prácticas en un Dockerfile', en: 'Good practice in a Dockerfile' },
  image: { es: 'La imagen y lo que arranca', en: 'The image and what starts' },
  service: { es: 'Un servicio en marcha', en: 'A service that runs' },
  commands: { es: 'Órdenes de Docker', en: 'Docker commands' },
  kubernetes: { es: 'Objetos de Kubernetes', en: 'Kubernetes objects' },
  admission: { es: 'Admisión', en: 'Admission' },
  pods: { es: 'Pods que no llegan a estar listos', en: 'Pods that never get ready' },
  reach: { es: 'Conexiones que no llegan', en: 'Connections that do not arrive' },
  access: { es: 'Permisos (RBAC)', en: 'Permissions (RBAC)' },
  autoscaling: { es: 'Escalado automático', en: 'Autoscaling' },
  update: { es: 'Actualizaciones', en: 'Updates' },
  istio: { es: 'Objetos de Istio', en: 'Istio objects' },
  linkerd: { es: 'Linkerd', en: 'Linkerd' },
  traffic: { es: 'Tráfico en la malla', en: 'Traffic in the mesh' },
  telemetry: { es: 'Métricas y trazas', en: 'Metrics and traces' },
  promql: { es: 'Consultas de PromQL', en: 'PromQL queries' },
  migration: { es: 'Planes de migración', en: 'Migration plans' },
  literal: { es: 'Cómo se escribe `respuesta.ts`', en: 'How `respuesta.ts` is written' },
  theory: { es: 'Respuestas de teoría', en: 'Theory answers' },
  exercise: { es: 'Para quien escribe ejercicios', en: 'For those who write exercises' },
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
    title: pageTitle(pageWords.index),
    description: 'Todos los avisos que da Timonel, con su porqué y su arreglo.',
    styles: ['avisos'],
    body: html`<div class="finding-index">
<h1>${inBoth(pageWords.index)}</h1>
<p class="lead">${inBoth(pageWords.lead)}</p>
${[...byArea].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b)).map(([area, group]) => areaList(area, group))}
</div>`,
  };
}

function areaList(area: string, findings: readonly FindingPage[]): Html {
  return html`<section aria-labelledby="area-${area}"><h2 id="area-${area}">${areas[area] ? inBoth(areas[area]) : area}</h2>
<ul>${findings.map(
    ({ about }) =>
      html`<li><a href="${findingHref(about.id).replace('reglas/', '')}">${inBoth(about.title)}</a> <code>${about.id}</code></li>
`,
  )}</ul></section>`;
}

const pageTitle = ({ es, en }: Text): Text => ({ es: titled(es), en: titled(en) });
const titled = (title: string): string => `${title.replaceAll('`', '')} · Timonel`;

const pageWords = {
  index: { es: 'Qué significa cada aviso', en: 'What each finding means' },
  lead: {
    es: 'Cada aviso del corrector tiene una página: qué ha visto, por qué importa y qué hacer.',
    en: 'Each finding of the grader has a page: what it saw, why it matters and what to do. The pages are in Spanish, as the course is.',
  },
  messages: { es: 'Cómo lo dice el corrector', en: 'How the grader says it' },
  elsewhere: { es: 'En otras herramientas:', en: 'In other tools:' },
} as const satisfies Record<string, Text>;
