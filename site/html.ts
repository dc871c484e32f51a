/** Markup that is known to be safe to write into a page. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a hole of `html`: text is escaped, markup is kept, lists are joined, nothing writes nothing. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/**
 * A template whose holes are escaped. Holes are allowed in text and inside quoted attribute values, never in names,
 * never unquoted, never inside `<script>` or `<style>` (see `data`).
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += render(part) + (strings[index + 1] ?? '');
  return new Html(text);
}

/** Markup made by a renderer that escapes by itself (markdown-it, the highlighter). */
export const trusted = (text: string): Html => new Html(text);

/** JSON for a `<script type="application/json">`: nothing in it can end the element. */
export const data = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return Array.isArray(part) ? part.map(render).join('') : '';
}
