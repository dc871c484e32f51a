import { createHash } from 'node:crypto';
import { type Html, html, trusted } from '../../../site/html.ts';
import { withCode } from '../../../site/pages/said.ts';
import type { Json } from '../../core/json.ts';
import { fill } from '../../core/messages.ts';
import type { Lang, Text } from '../../core/text.ts';
import { safe } from '../../render/terminal/safe.ts';
import type { Remark } from '../results.ts';
import { words } from './words.ts';

/** A page of the report. */
export interface ReportPage {
  /** From the folder of the report; encoded as a link has it where it is linked. */
  readonly path: string;
  readonly title: string;
  readonly body: Html;
}

/** A page that is handed to somebody by itself: it holds its style and leads nowhere. */
export interface LonePage extends ReportPage {
  readonly style: string;
}

/** What every page needs to know. */
export interface PageContext {
  readonly lang: Lang;
  /** Pages besides the overview that there are, for the navigation. */
  readonly pages: readonly { readonly path: string; readonly title: Text }[];
}

/** Nothing is run, fetched or sent: styles, fonts and images come from the folder itself. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/** Of a page by itself: only the very style that it holds. */
const lonePolicy = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const meta = (rules: string, title: string): Html => html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title} · Timonel</title>`;

export function renderLonePage({ title, body, style }: LonePage, lang: Lang): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
${meta(lonePolicy(style), title)}
<style>${trusted(style)}</style>
</head>
<body>
<main id="contenido" class="report-page">
${body}
</main>
</body>
</html>
`.text;
}

export function renderReportPage({ path, title, body }: ReportPage, { lang, pages }: PageContext): string {
  const root = '../'.repeat(path.split('/').length - 1);
  const say = (text: Text) => text[lang];
  return html`<!doctype html>
<html lang="${lang}">
<head>
${meta(policy, title)}
<link rel="icon" href="${root}timon.svg" type="image/svg+xml">
${['base', 'ejercicio', 'informe'].map((name) => html`<link rel="stylesheet" href="${root}${name}.css">\n`)}
</head>
<body>
<div class="skip"><a href="#contenido">${say(words.skip)}</a></div>
<header class="bar">
<a class="brand" href="${root}index.html"><img src="${root}timon.svg" alt="" width="28" height="28"><span>Timonel</span></a>
<nav aria-label="${say(words.nav)}">
<a href="${root}index.html">${say(words.overview)}</a>
${pages.map((page) => html`<a href="${root}${page.path}">${say(page.title)}</a>\n`)}
</nav>
</header>
<main id="contenido" tabindex="-1" class="report-page">
${body}
</main>
<footer class="foot"><img src="${root}timon.svg" alt="" width="20" height="20"><p>${say(words.promise)}</p></footer>
</body>
</html>
`.text;
}

/** A link to a file whose name a student chose. */
export const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

export const studentPath = (submission: string): string => `entregas/${submission}.html`;
export const exercisePath = (folder: string): string => `ejercicios/${folder}.html`;

/** A sentence of ours with facts in it, its code as code. */
export const sentence = (text: Text, data: Readonly<Record<string, Json>>, lang: Lang): Html =>
  withCode(safe(fill(text, data, lang)));

/** What a finding says: lines of a student in it stay in it. */
export const spoken = (message: string): Html => withCode(safe(message));

/** What was odd about a submission, with its file where there is one that the sentence does not name itself. */
export function remarkView({ path, message }: Remark, lang: Lang): Html {
  const isNamed = path === '.' || message[lang].includes(`\`${path}\``);
  return isNamed ? spoken(message[lang]) : html`<code>${safe(path)}</code>: ${spoken(message[lang])}`;
}

/** A number as the language writes it. */
export const decimal = (value: number, lang: Lang): string => {
  const text = String(Math.round(value * 100) / 100);
  return lang === 'es' ? text.replace('.', ',') : text;
};

/** Names of submissions as links to their pages. */
export function submissionLinks(ids: readonly string[], root: string, most = 12): Html {
  const shown = ids.slice(0, most);
  const rest = ids.length - shown.length;
  return html`${shown.map(
    (id, index) => html`${index > 0 ? ', ' : ''}<a href="${root}${hrefOf(studentPath(id))}">${safe(id)}</a>`,
  )}${rest > 0 ? ` … +${rest}` : ''}`;
}
