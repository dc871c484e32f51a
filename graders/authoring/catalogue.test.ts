import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Text } from '../core/text.ts';
import { descriptors, hopSentences } from '../generated/messages.ts';
import { rules } from '../generated/rules.ts';

const all = [
  ...rules.map(({ rule, folder }) => ({ about: rule, folder, doc: join('graders', folder, 'doc.md') })),
  ...descriptors.map(({ about, folder }) => ({ about, folder, doc: docOf(folder, about.id) })),
];

function docOf(folder: string, id: string): string {
  return join('graders', folder, 'docs', `${id.slice(id.lastIndexOf('/') + 1)}.md`);
}

/** The holes of a sentence, sorted. */
function holes(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{([a-z][A-Za-z0-9]*)(?:[:}])/g)].map(([, name = '']) => name))].sort();
}

/** Findings of a check say what the exercise asks for; the others, what a real system would do with the file. */
function isAboutTheExercise(folder: string): boolean {
  return /^(?:theory|checks\/)/.test(folder);
}

/** The code of the files of the graders whose path matches, tests left out. */
function sourcesOf(pattern: RegExp): string {
  return readdirSync('graders', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && pattern.test(file))
    .map((file) => readFileSync(join('graders', file), 'utf8'))
    .join('\n');
}

/** Whether a text is one of a piece of code; the holes of a template may be anything. */
function literalsIn(code: string): (text: string) => boolean {
  const plain = new Set([...code.matchAll(/'([\w-]+)'/g)].map(([, text = '']) => text));
  const templates = [...code.matchAll(/`([\w-]*)\$\{\w+\}([\w-]*)`/g)].map(([, from, to]) => `${from}[\\w-]+${to}`);
  const made = new RegExp(`^(?:${[...new Set(templates.filter((one) => one !== '[\\w-]+'))].join('|')})$`);
  return (text) => plain.has(text) || made.test(text);
}

function duplicates(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

/** An article of one gender before a hole that may name an object of the other: `{kind:el|la} {kind}` chooses. */
const oneGender = /\b(?:el|la|un|una|ningún|ninguna|este|esta|del|al) \{(?:kind|otherKind)\}/i;

function expectWords(texts: readonly Text[]): void {
  for (const { es, en } of texts) {
    expect(es).not.toMatch(oneGender);
    expect(en, 'English quotes').not.toMatch(/[«»]/);
    expect(en, 'an English percentage has no blank').not.toMatch(/[\d}] %/);
  }
}

function expectBothLanguages(texts: readonly Text[]): void {
  for (const text of texts) {
    expect(text.es.trim()).not.toBe('');
    expect(text.en.trim()).not.toBe('');
    expect(holes(text.es), text.es).toEqual(holes(text.en));
  }
  expectWords(texts);
}

describe('the catalogue of findings', () => {
  it('uses each id once', () => {
    expect(duplicates(all.map(({ about }) => about.id))).toEqual([]);
  });

  it('uses each documentation page once', () => {
    expect(duplicates(all.map(({ doc }) => doc))).toEqual([]);
  });

  it.each(rules.map(({ rule, folder }) => [rule.id, folder]))('%s is the rule of its folder', (id, folder) => {
    expect(`rules/${id}`).toBe(folder);
  });

  it.each(all.map((entry) => [entry.about.id, entry] as const))('%s', (id, { about, folder, doc }) => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expectBothLanguages([about.title, ...Object.values(about.messages)]);
    expect(Object.keys(about.messages)).not.toEqual([]);
    expect(existsSync(doc), `${doc} exists`).toBe(true);
    const page = readFileSync(doc, 'utf8');
    expect(page, `${doc} starts with a title`).toMatch(/^# \S/);
    if (isAboutTheExercise(folder)) return;
    expect(page, `${doc} shows an example`).toContain('```');
    expect(page, `${doc} links to the upstream page`).toMatch(/https:\/\//);
  });

  it('has no page without a finding', () => {
    const pages = readdirSync('graders', { recursive: true, encoding: 'utf8' })
      .map((file) => join('graders', file))
      .filter((file) => /\/docs\/[^/]+\.md$|\/rules\/.*\/doc\.md$/.test(file.replaceAll('\\', '/')));
    expect(pages.filter((page) => !all.some(({ doc }) => doc === page))).toEqual([]);
  });
});

describe('the sentences of the lab', () => {
  it('belongs each area to one part', () => {
    expect(duplicates(hopSentences.map(({ area }) => area))).toEqual([]);
  });

  const own = sourcesOf(/^(?:lab|checks|theory)\/(?!.*(?:hops|sentences|findings)\.ts$)/);

  it('are all said somewhere', () => {
    const said = literalsIn(own);
    const silent = hopSentences.flatMap(({ area, messages }) =>
      Object.keys(messages)
        .filter((key) => !said(key))
        .map((key) => `${area}/${key}`),
    );
    expect(silent).toEqual([]);
  });

  it('are asked for with `says`, so that nobody waits for one that is not there', () => {
    const areas = new Set(hopSentences.map((hops) => hops.area));
    const findings = new Set(all.map(({ about }) => about.id));
    const texts = sourcesOf(/^(?:lab|checks|rules|render|theory)\//).matchAll(/'(([a-z0-9-]+)\/[\w-]+)'/g);
    const compared = [...texts].flatMap(([, id = '', area = '']) => (areas.has(area) ? [id] : []));
    expect(compared.filter((id) => !findings.has(id))).toEqual([]);
  });

  it.each(hopSentences.map((hops) => [hops.area, hops] as const))('%s', (area, { messages }) => {
    expect(area).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expectBothLanguages(Object.values(messages));
  });
});
