import { describe, expect, it } from 'vitest';
import { slug } from '../graders/course/lessons/heading.ts';
import { highlight } from './highlight.ts';
import { data, html } from './html.ts';
import { renderMarkdown } from './markdown.ts';

describe('html', () => {
  it('escapes what it is given, also in attributes, and keeps its own markup', () => {
    const name = '<b title="x">&';
    expect(html`<p title="${name}">${name}${html`<i>${1}</i>`}</p>`.text).toBe(
      '<p title="&lt;b title=&quot;x&quot;&gt;&amp;">&lt;b title=&quot;x&quot;&gt;&amp;<i>1</i></p>',
    );
  });

  it('joins lists and leaves nothing for what is absent', () => {
    expect(html`${['a', html`<br>`]}${false}${undefined}${null}${0}`.text).toBe('a<br>0');
  });

  it('writes data that cannot end its element', () => {
    const value = { text: '</script><!--' };
    expect(data(value).text).not.toContain('<');
    expect(JSON.parse(data(value).text)).toEqual(value);
  });
});

describe('course prose', () => {
  const rendered = (text: string) => renderMarkdown(text).text;

  it('leaves the title to the page and gives sections an ASCII anchor', () => {
    expect(rendered('# Título\n\n## Qué comprueba el corrector\n')).toBe(
      '<h2 id="que-comprueba-el-corrector">Qué comprueba el corrector</h2>\n',
    );
  });

  it('has no inline style, not even for the columns of a table', () => {
    const table = rendered('| a | b |\n|---:|:--:|\n| 1 | 2 |\n');
    expect(table).toContain('<th scope="col">a</th>');
    expect(table).not.toContain('style=');
  });

  it('shows markup as text and opens no scheme but http', () => {
    expect(rendered('<img src=x onerror=alert(1)>')).toContain('&lt;img');
    expect(rendered('[x](javascript:alert(1))')).not.toContain('<a');
  });

  it('leads only where the page says', () => {
    const link = (href: string) => (href === '../otra/doc.md' ? 'otra.html' : undefined);
    expect(renderMarkdown('[a](../otra/doc.md) [b](nada.md)', { link }).text).toBe(
      '<p><a href="otra.html">a</a> <a>b</a></p>\n',
    );
  });

  it('colours code with classes, and escapes it', () => {
    const code = highlight('a: "<b>" # c', 'yaml').text;
    expect(code).toContain('<span class="tok-comment"># c</span>');
    expect(code).not.toContain('<b>');
    expect(highlight('<x>', 'cobol').text).toBe('&lt;x&gt;');
  });

  it('makes anchors of any Spanish heading', () => {
    expect(slug('¿Y si el clúster no arranca? «Año» 2')).toBe('y-si-el-cluster-no-arranca-ano-2');
  });
});
