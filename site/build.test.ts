import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from './build.ts';
import { measurePage, type PageSize } from './sizes.ts';

describe('the built site', () => {
  const out = mkdtempSync(join(tmpdir(), 'timonel-built-'));
  let pages: readonly { readonly path: string; readonly text: string }[] = [];

  beforeAll(async () => {
    const built = await buildSite({ root: process.cwd(), out });
    pages = built.pages.map((path) => ({ path, text: readFileSync(join(out, path), 'utf8') }));
  });

  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Void elements and doctype as HTML writes them; titles say what the page is, however long.
        'doctype-style': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        // `role="status"` on a plain element is announced by more readers than `<output>`.
        'prefer-native-element': ['error', { exclude: ['status'] }],
      },
    });
    const wrong: string[] = [];
    for (const { path, text } of pages) {
      const { results } = await validator.validateString(text);
      for (const { messages } of results) {
        wrong.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('links only to pages and files that exist, and to anchors that are there', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:href|src)="([^"]*)"/g)]
        .map(([, href = '']) => href)
        .filter((href) => !/^https?:/.test(href) && !leads(path, href))
        .map((href) => `${path} → ${href}`),
    );
    expect(broken).toEqual([]);
  });

  const leads = (from: string, href: string): boolean => {
    const [file = '', anchor] = href.split('#');
    const target = file === '' ? join(out, from) : join(out, dirname(from), file);
    return existsSync(target) && (!anchor || readFileSync(target, 'utf8').includes(` id="${anchor}"`));
  };

  it('has no script that runs a string as code', () => {
    const scripts = readdirSync(out).filter((file) => file.endsWith('.js'));
    const evaluates = (file: string) =>
      /\beval\(|\bnew Function\b|\bFunction\(["'`]/.test(readFileSync(join(out, file), 'utf8'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter(evaluates)).toEqual([]);
  });

  it('has no inline style, script or handler, and a policy on every page', () => {
    const inline = /^<style|\s(?:style|on[a-z]+)="|^<script(?!.*(?:src=|type="application\/json"))/;
    const wrong = pages.filter(({ text }) => {
      const tags = text.match(/<[a-z][^>]*>/g) ?? [];
      return tags.some((tag) => inline.test(tag)) || !text.includes('default-src &#39;none&#39;');
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('carries nothing in the data of a page that tells what is right', () => {
    const telling =
      /"(?:truth|class|right|refutation|confusions|explanation|after|foreign|scenario|proof|goals|misconception)":/;
    const wrong = pages.filter(({ text }) =>
      telling.test(/<script[^>]*id="datos">(.*)<\/script>/.exec(text)?.[1] ?? ''),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(pages.filter(({ text }) => text.includes('id="datos"')).length).toBeGreaterThan(5);
  });

  it('keeps to what its pages may weigh', () => {
    const of = (folder: string) =>
      pages.filter(({ path }) => path.startsWith(folder)).map(({ path }) => measurePage(out, path));
    const over = (sizes: readonly PageSize[], part: 'firstLoad' | 'afterGrading', most: number) =>
      sizes.filter((size) => size[part] > most * 1024).map((size) => [size.page, Math.ceil(size[part] / 1024)]);
    const [exercises, lessons] = [of('ejercicios/'), of('lecciones/')];
    expect(over(exercises, 'firstLoad', 135)).toEqual([]);
    expect(over(lessons, 'firstLoad', 30)).toEqual([]);
    expect(over(lessons, 'afterGrading', 360)).toEqual([]);
    // An answer that is only words takes no lab; one with manifests takes the lab and its rules.
    const words = exercises.filter(({ parts }) => parts < 100 * 1024);
    expect(words.length).toBeGreaterThanOrEqual(11);
    expect(over(words, 'afterGrading', 245)).toEqual([]);
    expect(over(exercises, 'afterGrading', 580)).toEqual([]);
  });

  it('sends what exercises share once', () => {
    const sizes = pages.filter(({ path }) => path.startsWith('ejercicios/')).map(({ path }) => measurePage(out, path));
    const files = new Map(sizes.flatMap((size) => [...size.files]));
    const all = [...files].filter(([file]) => /^parte-/.test(file)).reduce((sum, [, weight]) => sum + weight, 0);
    expect(all).toBeLessThan(sizes.reduce((sum, { parts }) => sum + parts, 0) / 6);
    expect(all).toBeLessThan(1_100 * 1024);
  });

  it('builds the same twice', async () => {
    const before = readFileSync(join(out, 'index.html'), 'utf8');
    await buildSite({ root: process.cwd(), out });
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(before);
  });
});
