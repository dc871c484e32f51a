import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import container from 'markdown-it-container';
import { headingOf } from '../graders/course/lessons/heading.ts';
import { highlight } from './highlight.ts';
import { type Html, trusted } from './html.ts';

export interface Prose {
  /** Heading levels to add: a page that already has its own `h1` shows the document's sections below it. */
  readonly shift?: number;
  /** Rewrites a relative link of the document, or one of its own schemes; undefined leaves only its text. */
  readonly link?: (href: string) => string | undefined;
  /** Put before every anchor, where a page holds several documents. */
  readonly prefix?: string;
  /** Shows a fence that is no plain code. @param line the line it opens in, from 0 */
  readonly fence?: (language: string, line: number) => Html | undefined;
  /** Shows code; by default a block that can be scrolled. @param file the name that the author gives it */
  readonly code?: (text: string, language: string, file: string) => Html;
}

/** Course prose as markup without inline styles: the title of the document is left to the page that shows it. */
export function renderMarkdown(text: string, prose: Prose = {}): Html {
  const body = text.replace(/^\s*# .*\n/, '');
  return trusted(reader(prose).render(body));
}

const plainCode = (text: string, language: string): Html => trusted(codeBlock(text, language));

function reader({ shift = 0, link = () => undefined, prefix = '', fence, code = plainCode }: Prose): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = (href) => /^(?:https?|ejercicio|leccion|regla):/.test(href) || !/^[a-z]+:/i.test(href);
  markdown.use(container, 'cambio', {
    render: (tokens: Token[], index: number) =>
      tokens[index]?.nesting === 1
        ? '<aside class="change"><p class="change-title">Qué ha cambiado desde entonces</p>\n'
        : '</aside>\n',
  });
  markdown.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    if (!token) return '';
    const [language = '', file = ''] = token.info.trim().split(/\s+/);
    return (fence?.(language, token.map?.[0] ?? 0) ?? code(token.content, language, file)).text;
  };
  // Alignment comes as an inline style, which the page's policy refuses.
  markdown.renderer.rules.td_open = () => '<td>';
  // The corner of a table heads nothing.
  markdown.renderer.rules.th_open = (tokens, index) =>
    tokens[index + 1]?.content === '' ? '<td>' : '<th scope="col">';
  markdown.renderer.rules.th_close = (tokens, index) => (tokens[index - 1]?.content === '' ? '</td>' : '</th>');
  markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>';
  markdown.renderer.rules.table_close = () => '</table></div>';
  markdown.core.ruler.push('anchors', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`;
      if (token.type === 'heading_open') token.attrSet('id', prefix + anchor(tokens[index + 1]));
    }
  });
  markdown.core.ruler.push('links', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') relink(token, link);
    }
  });
  return markdown;
}

/** The anchor of a heading, which is taken out of its words where the author wrote one. */
function anchor(inline: Token | undefined): string {
  const { id } = headingOf(inline?.content ?? '');
  const last = inline?.children?.at(-1);
  if (last?.type === 'text') last.content = last.content.replace(/\s*\{#[\w-]+\}\s*$/, '');
  return id;
}

function relink(token: Token, link: (href: string) => string | undefined): void {
  const href = String(token.attrGet('href') ?? '');
  if (/^https?:/.test(href)) {
    token.attrSet('rel', 'noreferrer');
    return;
  }
  if (href.startsWith('#')) return;
  const target = link(href);
  if (target === undefined) token.attrs = null;
  else token.attrSet('href', target);
}

/** A block of code that can be scrolled with the keyboard. */
export function codeBlock(code: string, language: string): string {
  return `<pre class="code" tabindex="0"><code>${highlight(code.replace(/\n$/, ''), language).text}</code></pre>\n`;
}
