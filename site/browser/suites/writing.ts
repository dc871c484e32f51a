import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exercises, pageOf, type Setting } from '../setting.ts';
import { gradeIn, openEditor, showCode, textIn, write } from '../visit.ts';

/** One exercise for each language of the editor. */
const kinds = [...new Map(exercises.map((written) => [written.exercise.spec.answers[0].format, written])).values()];

/** What a person does on an exercise page besides grading. */
export function writingSuite({ open, fromFile }: Setting): void {
  describe.each(kinds.map((written) => ({ written, path: pageOf(written) })))('$path', ({ written, path }) => {
    const { starter, spec } = written.exercise;
    const file = spec.answers[0].file;

    it('lets Tab leave the editor, forwards and backwards', async () => {
      const page = await open(path);
      await showCode(page);
      await openEditor(page);
      const focused = () => page.evaluate<string>('document.activeElement.id');
      await page.locator('#editor .cm-content').focus();
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('corregir');
      await page.keyboard.press('Shift+Tab');
      expect(await focused()).toBe('editor');
      await page.keyboard.press('Shift+Tab');
      const hasForm = await page.locator('#ver-codigo').isVisible();
      expect(await focused()).toBe(hasForm ? 'ver-codigo' : 'pestana-0');
    });

    it('indents with its own keys', async () => {
      const page = await open(path);
      await write(page, file, 'a: 1');
      await page.keyboard.press('ControlOrMeta+]');
      expect(await textIn(page)).toBe('  a: 1');
      await page.keyboard.press('ControlOrMeta+[');
      expect(await textIn(page)).toBe('a: 1');
    });

    const isYaml = /\.ya?ml$/.test(file);
    it(`indents a new line as ${isYaml ? 'a manifest asks for' : 'the one before it'}`, async () => {
      const page = await open(path);
      await write(page, file, 'spec:');
      await page.keyboard.press('Enter');
      await page.keyboard.type('containers:');
      await page.keyboard.press('Enter');
      await page.keyboard.type('- name: web');
      await page.keyboard.press('Enter');
      await page.keyboard.type('image: nginx');
      const typed = isYaml
        ? ['spec:', '  containers:', '    - name: web', '      image: nginx']
        : ['spec:', 'containers:', '- name: web', 'image: nginx'];
      expect((await textIn(page)).split('\n')).toEqual(typed);
    });

    it('keeps what is written, goes back to the start and undoes it', async () => {
      const page = await open(path);
      await write(page, file, 'mi respuesta');
      await page.reload();
      expect(await textIn(page)).toBe('mi respuesta');
      await page.locator('#reiniciar').click();
      expect(await textIn(page)).not.toBe('mi respuesta');
      expect((starter[0]?.text ?? '').startsWith((await textIn(page)).split('\n')[0] ?? '')).toBe(true);
      await page.locator('.notice button').click();
      expect(await textIn(page)).toBe('mi respuesta');
    });

    it('leads from a finding to its line, in the file it is in', async () => {
      const page = await open(path);
      await write(page, file, '# uno\n# dos\n: [\n');
      await gradeIn(page);
      await page.locator('[role="tab"]').last().click();
      const link = page.locator('.finding .to-line').first();
      const [, named, line] = /^(.*), línea (\d+)$/.exec((await link.textContent()) ?? '') ?? [];
      await link.click();
      expect(await page.locator('[role="tab"][aria-selected="true"]').getAttribute('data-file')).toBe(named);
      expect(await page.locator('#editor .cm-lineNumbers .cm-activeLineGutter').textContent()).toBe(line);
      expect(await page.evaluate('document.activeElement.id')).toBe('editor');
    });

    it('recovers a graded version', async () => {
      const page = await open(path);
      await write(page, file, 'una: [');
      await gradeIn(page);
      await write(page, file, 'otra: [');
      await gradeIn(page);
      await page.locator('#historia summary').click();
      await page.locator('.version button').nth(1).click();
      expect(await textIn(page)).toBe('una: [');
    });

    it('shows what a student writes as text, wherever it ends up', async () => {
      const page = await open(path);
      for (const text of hostileAnswers) {
        await write(page, file, text);
        await gradeIn(page);
        expect(await foreign(page, '#informe')).toBe(0);
        const marker = page.locator('#editor .cm-lint-marker').first();
        if ((await marker.count()) === 0) continue;
        await marker.hover();
        await page.locator('#editor .cm-tooltip').waitFor();
        expect(await foreign(page, '#editor .cm-tooltip')).toBe(0);
        await page.mouse.move(0, 0);
      }
      expect(await page.evaluate('window.pwned')).toBeUndefined();
    });

    it('can be read without JavaScript, with a place to write', async () => {
      const page = await open(path, fromFile(), { javaScriptEnabled: false });
      expect(await page.locator('.editor textarea').first().isVisible()).toBe(true);
      expect(await page.locator('h1').innerText()).toBe(spec.title.es);
      expect(await page.locator('#corregir').isVisible()).toBe(false);
      expect(await page.locator('.notice').first().textContent()).toContain(`npx timonel grade ${spec.number}`);
    });

    it('speaks English when asked, and remembers it and the theme', async () => {
      const page = await open(path);
      await page.locator('#idioma').click();
      await page.locator('#tema').click();
      await page.reload();
      expect(await page.locator('#corregir').textContent()).toBe('Grade');
      expect(await page.locator('h1').innerText()).toBe(spec.title.en);
      expect(await page.title()).toContain(spec.title.en);
      expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(1);
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    });
  });
}

const foreign = (page: Page, where: string): Promise<number> =>
  page.locator(where).locator('img, script, iframe, svg, b, [onerror], [onload]').count();

const image = '<img src=x onerror=window.pwned=1>';
const script = '"><script>window.pwned=1</script>';
const hostileAnswers = [
  `${image}: [`,
  `apiVersion: v1\nkind: '${image}'\nmetadata:\n  name: '${image}'\n  labels: { '${image}': '${script}' }\n`,
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  '${image}': 1\n  containers: [{ name: '${image}', image: '\`${image}\`' }]\n`,
  `FROM ${image}\nRUN <b>\n${image}\n`,
  `export default { '${image}': '${script}', \`${image}\`: 1 };`,
];
