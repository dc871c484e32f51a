import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inSolution } from '../../../graders/course/paths.ts';
import type { WrittenExercise } from '../../../graders/course/written.ts';
import { grade, readLiteral } from '../../../graders/index.ts';
import { type AnswerField, answerForm } from '../../../graders/theory/answer-form.ts';
import { type AnswerValues, answerText, type FieldValue, valuesOf } from '../../../graders/theory/answer-text.ts';
import { exercises, pageOf, root, type Setting } from '../setting.ts';
import { gradeIn, showCode, textIn, write } from '../visit.ts';
import { smallTargets, violations } from './access.ts';

/** The exercises whose only answer is a literal. */
const literal = exercises.filter(({ exercise }) => exercise.spec.answers.every(({ format }) => format === 'literal'));
const withKind = (kind: string): WrittenExercise => {
  const found = literal.find(({ exercise }) => exercise.spec.checks.some((check) => check.kind === kind));
  if (!found) throw new Error(`no exercise has ${kind}`);
  return found;
};
const ordered = withKind('ordering');
const commanded = withKind('plan');
const file = 'respuesta.ts';

/** Answering `respuesta.ts` with the controls of the page. */
export function formSuite({ open, fromFile }: Setting): void {
  describe.each([ordered, commanded].map((written) => ({ folder: written.exercise.folder, written })))(
    'the form of $folder',
    ({ written }) => {
      it('is filled with the keyboard, and what it writes passes in Node and in the page', async () => {
        const page = await open(pageOf(written));
        const values = referenceOf(written);
        await fillIn(page, written, values);
        const inPage = await gradeIn(page);
        const text = await savedText(page, written);
        expect(text).toBe(answerText(answerForm(written.exercise.spec), values));
        const report = grade(written.exercise, [{ path: file, text }]);
        expect(report.status).toBe('pass');
        expect(inPage).toBe(JSON.stringify(report));
        await showCode(page);
        expect(await textIn(page)).toContain('export default {');
        await page.reload();
        await page.locator('#ver-formulario').click();
        await gradeIn(page);
        expect(await savedText(page, written), 'after a reload').toBe(text);
      });

      it('shows a text written by hand as it would have written it', async () => {
        const page = await open(pageOf(written));
        const reference = readFileSync(inSolution(root, written.exercise.folder, file), 'utf8');
        await write(
          page,
          file,
          reference
            .replace(/^\s+/gm, '')
            .replaceAll("'", '"')
            .replace(/"(\.\/[^"]*)"/, "'$1'"),
        );
        await page.locator('#ver-formulario').click();
        await page.locator('#formulario input:enabled').first().waitFor();
        await changeBackAndForth(page);
        await gradeIn(page);
        const form = answerForm(written.exercise.spec);
        expect(await savedText(page, written)).toBe(answerText(form, referenceOf(written)));
      });

      it('is left with Tab, and the bar below never covers what has the focus', async () => {
        const page = await open(pageOf(written), fromFile(), { viewport: { width: 800, height: 500 } });
        await page.locator('#ver-formulario').focus();
        const covered: string[] = [];
        for (let stop = 0; stop < 120; stop++) {
          await page.keyboard.press('Tab');
          const { id, hidden } = await page.evaluate<{ id: string; hidden: boolean }>(focusState);
          if (id === 'corregir') break;
          if (hidden) covered.push(id);
        }
        expect(await page.evaluate('document.activeElement.id')).toBe('corregir');
        expect(covered).toEqual([]);
      });

      it('is accessible before and after grading, in both themes and on a small screen', async () => {
        const page = await open(pageOf(written), fromFile(), { colorScheme: 'light', bypassCSP: true });
        const add = page.locator('.order .add:visible');
        await add.first().press('Enter');
        await add.last().press('Enter');
        expect(await violations(page), 'not graded').toEqual([]);
        await page.locator('#formulario input[type="radio"]').first().check();
        await gradeIn(page);
        await page.locator('.field[data-result]').first().waitFor();
        expect(await violations(page), 'light').toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page), 'dark').toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
        expect(await page.evaluate(smallTargets)).toEqual([]);
      });
    },
  );

  describe('the form', () => {
    it('puts steps in order with the keyboard and says where they are', async () => {
      const page = await open(pageOf(ordered));
      const add = page.locator('.order .add:visible');
      const pool = await page.locator('.order-pool > li').evaluateAll((all) => all.map((li) => li.dataset.id ?? ''));
      const [a = '', b = '', c = ''] = pool;
      await add.first().focus();
      for (let pressed = 0; pressed < 3; pressed++) await page.keyboard.press('Enter');
      expect(await listIn(page)).toEqual([a, b, c]);
      await page.locator('.order-chosen > li').nth(2).locator('[data-does="up"]').focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#anuncio').textContent()).toMatch(/puesto 2 de 3/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await listIn(page)).toEqual([c, a, b]);
      expect(await page.locator('#anuncio').textContent()).toMatch(/ya es lo primero/);
      expect(await focusedIn(page)).toEqual([c, 'up']);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await listIn(page)).toEqual([a, c, b]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await listIn(page)).toEqual([a, b]);
      expect(await focusedIn(page)).toEqual([b, 'remove']);
      expect(await page.locator(`.order-pool > li[data-id="${c}"]`).isVisible()).toBe(true);
      await gradeIn(page);
      const section = answerForm(ordered.exercise.spec).find(({ list }) => list)?.key ?? '';
      expect(await savedText(page, ordered)).toContain(`  ${section}: ['${a}', '${b}'],`);
    });

    it('repeats commands', async () => {
      const page = await open(pageOf(commanded));
      await page.locator('.order .add').first().focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      const [first, second] = await listIn(page);
      expect(second).toBe(first);
    });

    it('shows what was found beside its control, and leads there from the result', async () => {
      const page = await open(pageOf(ordered));
      const select = page.locator('#formulario select').first();
      await select.selectOption({ index: 2 });
      const wrong = (await gradeIn(page)).includes('"theory/match"') ? 2 : 1;
      await select.selectOption({ index: wrong });
      await gradeIn(page);
      const note = page.locator(`#${await select.getAttribute('aria-describedby')}`);
      expect(await note.textContent()).toMatch(/^Error No corresponde a/);
      expect(await page.locator('.section-score:visible').first().textContent()).toMatch(/de \d+ puntos/);
      const link = page.locator('.finding .to-line').first();
      expect(await link.textContent()).toBe('Ir a la pregunta 1');
      await link.click();
      expect(await page.evaluate('document.activeElement.id')).toBe(await select.getAttribute('id'));
      await select.selectOption({ index: 0 });
      expect(await note.isVisible()).toBe(false);
      await showCode(page);
      await page.locator('.finding .to-line', { hasText: 'línea' }).first().click();
      // The editor comes when somebody goes to it.
      await page.locator('#editor:focus-within').waitFor();
    });

    it('remembers the view, in every exercise', async () => {
      const page = await open(pageOf(ordered));
      await showCode(page);
      await page.goto(fromFile() + pageOf(commanded));
      expect(await page.locator('#formulario').isVisible()).toBe(false);
      expect(await page.locator('#ver-codigo').getAttribute('aria-pressed')).toBe('true');
    });

    it('changes nothing in a text it cannot read, and says so', async () => {
      const page = await open(pageOf(ordered));
      await write(page, file, 'export default { lugar: ');
      await page.locator('#ver-formulario').click();
      const notice = page.locator('#aviso-formulario');
      await notice.locator('button').waitFor();
      expect(await notice.textContent()).toContain('no puede leer respuesta.ts');
      expect(await page.locator('#formulario :is(input, select, .form-section button):enabled').count()).toBe(0);
      await notice.locator('button').click();
      expect(await textIn(page)).toBe('export default { lugar: ');
      expect(await page.evaluate('document.activeElement.id')).toBe('editor');
    });

    it.each([
      ['a comment', '{ // mío', true],
      ['a key of its own', '{ mio: 1,', true],
      ['an address in no comment', '{', false],
    ])('asks before it writes over %s', async (_, start, asks) => {
      const page = await open(pageOf(ordered));
      const text = `export default ${start}\n lugar: { etcd: 'no-se' } };`;
      await write(page, file, text);
      await page.locator('#ver-formulario').click();
      const first = page.locator('#formulario select').first();
      if (asks) {
        await page.locator('#aviso-formulario button').nth(1).waitFor();
        expect(await first.isDisabled()).toBe(true);
        await page.locator('#aviso-formulario button').nth(1).click();
      }
      await page.locator('#formulario select:enabled').first().waitFor();
      await first.selectOption({ index: 1 });
      await showCode(page);
      expect(await textIn(page)).toContain('satisfies Respuesta;');
      await page.keyboard.press('Tab');
    });

    it('follows the text when it goes back to the start', async () => {
      const page = await open(pageOf(ordered));
      await page.locator('#formulario select').first().selectOption({ index: 1 });
      await page.locator('#reiniciar').click();
      expect(await page.locator('#formulario select').first().inputValue()).toBe('no-se');
      await page.locator('.notice button').click();
      expect(await page.locator('#formulario select').first().inputValue()).not.toBe('no-se');
    });
  });
}

function referenceOf({ exercise }: WrittenExercise): AnswerValues {
  const text = readFileSync(inSolution(root, exercise.folder, file), 'utf8');
  return valuesOf(answerForm(exercise.spec), readLiteral({ path: file, text }).literal.value).values;
}

/** Answers everything, as someone without a pointer. */
async function fillIn(page: Page, { exercise }: WrittenExercise, values: AnswerValues): Promise<void> {
  for (const { key, fields, list } of answerForm(exercise.spec)) {
    const value = values[key];
    if (list) {
      for (const id of value as readonly string[]) {
        await page.locator(`#anadir-${key}-${id}`).focus();
        await page.keyboard.press('Enter');
      }
      continue;
    }
    for (const field of fields) await answer(page, `${key}-${field.key}`, field, (value as never)[field.key]);
  }
}

async function answer(page: Page, id: string, { options }: AnswerField, value: FieldValue): Promise<void> {
  const control = page.locator(`#campo-${id}`);
  if (!options) {
    await control.focus();
    await page.keyboard.type(String(value));
    return;
  }
  const chosen = typeof value === 'object' ? value.valor : String(value);
  if ((await control.evaluate((node) => node.tagName)) === 'SELECT') await arrowTo(page, `#campo-${id}`, chosen);
  else {
    await control.locator('input:checked').focus();
    for (let pressed = 0; pressed < 12; pressed++) {
      if ((await control.locator('input:checked').inputValue()) === chosen) break;
      await page.keyboard.press('ArrowRight');
    }
  }
  if (typeof value === 'object') await arrowTo(page, `#razon-${id}`, value.razon);
}

async function arrowTo(page: Page, selector: string, value: string): Promise<void> {
  const select = page.locator(selector);
  await select.focus();
  for (let pressed = 0; pressed < 40 && (await select.inputValue()) !== value; pressed++) {
    await page.keyboard.press('ArrowDown');
  }
}

/** An edit and its undoing: the form writes all of the file. */
async function changeBackAndForth(page: Page): Promise<void> {
  const radios = page.locator('#formulario fieldset').first().locator('input');
  const before = await radios.evaluateAll((all) => all.findIndex((radio) => (radio as { checked?: boolean }).checked));
  await radios.nth(before === 0 ? 1 : 0).check();
  await radios.nth(before).check();
}

const savedText = (page: Page, { exercise }: WrittenExercise): Promise<string> =>
  page.evaluate<string>(`JSON.parse(localStorage.getItem('timonel.v1.respuesta.${exercise.spec.id}'))['${file}']`);

const listIn = (page: Page): Promise<string[]> =>
  page.locator('.order-chosen > li').evaluateAll((all) => all.map((li) => li.dataset.id ?? ''));

const focusedIn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const { activeElement: button } = document;
    return [button.closest('li')?.dataset.id, button.dataset.does];
  })()`);

/** Which element has the focus, and whether something else lies over its middle. */
const focusState = `(() => {
  const node = document.activeElement;
  const box = node.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const shown = top && (node.contains(top) || top.contains(node) || top.closest('label')?.contains(node));
  return { id: node.id || node.name || node.textContent, hidden: !shown || top.closest('.actions') !== node.closest('.actions') };
})()`;
