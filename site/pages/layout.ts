import type { Text } from '../../graders/index.ts';
import { data, type Html, html } from '../html.ts';
import { type MadeParts, type PartTable, usedIn } from '../shared/part-data.ts';
import { inBoth, named, said } from './said.ts';
import { words } from './words.ts';

export interface Page {
  /** Path of the page from the root of the site. */
  readonly path: string;
  readonly title: Text;
  readonly description: string;
  readonly body: Html;
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** The page has a terminal, whose lab is a script of its own. */
  readonly terminal?: boolean;
  /** What the page uses of the graders and the lab, by the names of the uses. */
  readonly parts?: readonly string[];
  /** Extra links of the «skip» list. */
  readonly skip?: Html;
}

/** The way from a page to the root of the site: `../` for each folder it is in. */
export const rootFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

/**
 * What a page may do. Scripts, styles and images come from the site itself; it connects to nothing but where it came from, and
 * no string ever becomes code or markup: the policies are for the addresses of the grader's script and of the terminal's.
 */
function policy({ terminal }: Page): string {
  const rules = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // To the study session of `npm start`, which tells when a page is another one.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types timonel${terminal ? ' timonel-terminal' : ''}`,
  ];
  return rules.join('; ');
}

/** @param parts what graders and lab are cut into */
export function renderPage(page: Page, parts: MadeParts): string {
  const root = rootFrom(page.path);
  return html`<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title data-es="${page.title.es}" data-en="${page.title.en}">${page.title.es}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="${root}timon.svg" type="image/svg+xml">
${['base', ...(page.styles ?? [])].map((name) => html`<link rel="stylesheet" href="${root}${name}.css">\n`)}
<script src="${root}preferencias.js"></script>
${(page.scripts ?? []).map((name) => html`<script defer src="${root}${name}.js"></script>\n`)}
</head>
<body>
<div class="skip"><a href="#contenido">${said(words.skipToContent)}</a>${page.skip}</div>
${header(root)}
<main id="contenido" tabindex="-1">
${page.body}
</main>
${page.parts && html`<script type="application/json" id="partes">${data(tableOf(page.parts, parts, root))}</script>`}
${footer(root)}
</body>
</html>
`.text;
}

function tableOf(names: readonly string[], { table, uses }: MadeParts, root: string): PartTable {
  const first = names.map((name) => [usedIn(name), uses[name] ?? []] as const);
  return { ...table, files: table.files.map((file) => root + file), first: Object.fromEntries(first) };
}

function header(root: string): Html {
  return html`<header class="bar">
<a class="brand" href="${root}index.html"><img src="${root}timon.svg" alt="" width="28" height="28"><span>Timonel</span></a>
<nav${named(words.mainNav)}>
<a href="${root}index.html#curso">${said(words.course)}</a>
<a href="${root}lecciones/index.html">${said(words.lessons)}</a>
<a href="${root}terminal.html">${said(words.terminal)}</a>
<a href="${root}glosario.html">${said(words.glossary)}</a>
<a href="${root}reglas/index.html">${said(words.findings)}</a>
<a href="${root}buscar.html">${said(words.search)}</a>
<a href="${root}progreso.html">${said(words.progress)}</a>
</nav>
<div class="preferences needs-script">
<button type="button" id="idioma" lang="en">English</button>
<button type="button" id="tema" class="theme-switch"${named(words.theme)}><span aria-hidden="true"></span></button>
</div>
</header>`;
}

function footer(root: string): Html {
  return html`<footer class="foot">
<img src="${root}timon.svg" alt="" width="20" height="20">
<p>${inBoth(words.promise)}</p>
</footer>`;
}
