import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs, thorough } from '../../vitest/quick.ts';
import { type OutputOptions, outputsOf } from '../outputs.ts';
import type { ClassResults } from '../results.ts';
import { answerOf, canary, classOf, foundIn, mixed, passed, pod, submissionOf } from '../testing/results.ts';
import { writeOutputs } from '../write-outputs.ts';
import { checkFigures, misconceptions } from './figures.ts';
import { frameOf, windowOf } from './frame.ts';

const home = process.cwd();
const options: OutputOptions = {
  ...{ lang: 'es', version: '0.1.0', root: home, home, outputs: ['report', 'csv', 'gradescope'], review: 'min' },
};
const written = (results: ClassResults, more: Partial<OutputOptions> = {}): ReadonlyMap<string, string> =>
  new Map(
    [...outputsOf(results, { ...options, ...more }).files].map(({ path, content }) => [
      path,
      Buffer.from(content).toString('utf8'),
    ]),
  );

const evilText = '</code></pre><script>alert(1)</script>\u001b[31m\ue001<img src=x onerror=alert(1)>\n\'"`';
const evilName = '..\\<img src=x onerror=alert(1)>#?%';
const evil = classOf(
  submissionOf(
    evilName,
    [
      passed(pod, [{ path: 'respuesta.yaml', text: evilText }]),
      answerOf(
        canary,
        'fail',
        ['fail', 0, 0],
        [
          foundIn(`<script>alert(1)</script>\`<b>\`\u202e`, {
            path: `respuesta.yaml`,
            because: { hops: [{ stage: 'x', detail: '<img src=x onerror=alert(1)>' }], outcome: null },
          }),
        ],
        [{ path: 'respuesta.yaml', text: `a\n${evilText}` }],
      ),
    ],
    { name: '<img src=x onerror=alert(1)>' },
  ),
);

const pages = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => path.endsWith('.html'));

describe('the report', () => {
  const files = written(mixed, {
    against: classOf(),
    comments: [{ exercise: '13', about: { submission: 'carlos' }, text: 'Muy `bien`.\nSigue.', line: 2 }],
  });

  it('has a page for the class, what waits, what is alike, each exercise and each submission', () => {
    expect(pages(files).map(([path]) => path)).toEqual([
      ...['informe/index.html', 'informe/por-revisar.html', 'informe/parecidas.html', 'informe/cambios.html'],
      ...['informe/ejercicios/04-pod.html', 'informe/ejercicios/13-despliegue-canario.html'],
      ...mixed.submissions.map(({ id }) => `informe/entregas/${id}.html`),
    ]);
  });

  thorough('is the same on a second run, and in English', () => {
    expect(written(mixed)).toEqual(written(mixed));
    expect(written(mixed, { lang: 'en' }).get('informe/index.html')).toContain('<html lang="en">');
  });

  thorough('is valid HTML', async () => {
    const { HtmlValidate } = await import('html-validate/node');
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off', 'no-inline-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off' },
    });
    for (const [path, text] of [...pages(files), ...pages(written(evil))]) {
      const { results } = await validator.validateString(text);
      const told = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
      );
      expect(told).toEqual([]);
    }
  });

  it('runs nothing, fetches nothing, and leads only to pages that are there', () => {
    for (const [path, text] of pages(files)) {
      expect(text).toContain('default-src &#39;none&#39;');
      expect(text).not.toMatch(/<script|https?:|javascript:| on\w+=/);
      for (const [, href = ''] of text.matchAll(/ (?:href|src)="([^"#]*)(?:#[^"]*)?"/g)) {
        const target = new URL(href, `file:///${path.split('/').map(encodeURIComponent).join('/')}`);
        if (href !== '') expect([...files.keys(), 'informe/']).toContain(decodeURIComponent(target.pathname).slice(1));
      }
    }
  });

  it('tells what a check failed on, what waits, and what the teacher said', () => {
    expect(files.get('informe/index.html')).toContain('Llega el 50 % a v2.');
    expect(files.get('informe/por-revisar.html')).toContain('No sé si tu texto dice esto.');
    expect(files.get('informe/entregas/carlos.html')).toContain('Muy <code>bien</code>.\nSigue.');
    expect(files.get('informe/entregas/dario.html')).toContain('Sin responder.');
    expect(files.get('informe/entregas/dario.html')?.match(/Sin responder/g)).toHaveLength(1);
  });

  it('hands a student a page with nothing of anybody else, by itself', () => {
    const page = files.get('informe/entregas/bea@uni.es.html') ?? '';
    for (const { id } of mixed.submissions.filter(({ id: one }) => one !== 'bea@uni.es'))
      expect(page).not.toContain(id);
    expect(page).not.toMatch(/ (?:href|src)=/);
  });

  it('shows what a student wrote as text', () => {
    for (const [path, text] of pages(written(evil))) {
      expect([
        path,
        /<script|<img src=x| onerror=alert\(1\)>(?!&)/.exec(text.replaceAll('&lt;img src=x onerror=alert(1)&gt;', '')),
      ]).toEqual([path, null]);
      expect(text).not.toMatch(/[\p{Cf}\p{Co}]|(?!\n)\p{Cc}/u);
    }
  });

  thorough('links the lesson to teach again where it knows the site', () => {
    const mistaken = classOf(
      submissionOf('a', [
        passed(pod),
        answerOf(canary, 'fail', ['fail', 0, 0], [foundIn('Vuelve a pensarlo.', { id: 'theory/judgement' })]),
      ]),
    );
    expect(written(mistaken, { site: 'https://curso.example/' }).get('informe/index.html')).toContain(
      'href="https://curso.example/lecciones/istio-trafico.html"',
    );
  });
});

describe('figures', () => {
  it('rank checks by how many failed them, with the commonest finding', () => {
    const [first] = checkFigures(mixed);
    expect(first).toMatchObject({ check: { id: 'reparto' }, failed: ['bea@uni.es'], review: ['carlos'], asked: 4 });
    expect(first?.commonest).toMatchObject({ id: 'traffic/split', count: 1, example: { submission: 'bea@uni.es' } });
  });

  it('take for misunderstood what theory says is wrong, and not what is missing', () => {
    const theory = (id: string, message: string) =>
      answerOf(canary, 'fail', ['fail', 0, 0], [foundIn(message, { id })]);
    const results = classOf(
      submissionOf('a', [theory('theory/judgement', 'uno')]),
      submissionOf('b', [theory('theory/judgement', 'uno')]),
      submissionOf('c', [theory('theory/match', 'dos')]),
      submissionOf('d', [theory('theory/unanswered', 'falta')]),
      submissionOf('e', [theory('traffic/split', 'no')]),
    );
    expect(misconceptions(results).map(({ message, submissions }) => [message, submissions])).toEqual([
      ['uno', ['a', 'b']],
      ['dos', ['c']],
    ]);
  });
});

describe('a frame', () => {
  it('is the same wherever its window is', () => {
    const line = fc.constantFrom('', 'a', '  b: 1', '\t<c>', 'ñ\r');
    const range = fc
      .record({ line: fc.integer({ min: 1, max: 7 }), column: fc.integer({ min: 1, max: 5 }) })
      .chain((start) =>
        fc
          .record({ lines: fc.integer({ min: 0, max: 2 }), column: fc.integer({ min: 1, max: 5 }) })
          .map(({ lines, column }) => ({
            start,
            end: { line: start.line + lines, column: lines === 0 ? start.column + column : column },
          })),
      );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    let met = 0;
    fc.assert(
      fc.property(text, text, fc.array(line, { minLength: 4, maxLength: 6 }), range, (one, other, middle, at) => {
        const around = (rest: string) => `${'\n'.repeat(at.start.line)}${middle.join('\n')}\n${rest}`;
        const found = { path: 'a', range: at };
        const [a, b] = [windowOf(around(one), found), windowOf(around(other), found)];
        if (a === undefined || a !== b) return;
        met++;
        expect(String(frameOf(around(one), found))).toBe(String(frameOf(around(other), found)));
      }),
    );
    expect(met).toBeGreaterThan(runs(100) / 5);
  });

  it('marks the columns of a finding, and escapes the line', () => {
    const range = { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } };
    expect(String(frameOf('uno\n  <b> &\n', { path: 'a', range }))).toBe(
      '<pre class="code" tabindex="0"><code><span class="gutter">1</span> <span class="gutter">│</span> uno\n<b>2</b> <span class="gutter">│</span>   &lt;b&gt; &amp;\n<span class="gutter"> </span> <span class="gutter">│</span>   <mark>^^^</mark></code></pre>',
    );
  });

  it('is none for a file that is not there, and stays in the text for any place', () => {
    const range = { start: { line: 900, column: 900 }, end: { line: 901, column: 1 } };
    expect(frameOf(undefined, { path: 'a', range })).toBe(false);
    expect(String(frameOf('uno\n', { path: 'a', range }))).toContain('uno');
  });
});

describe('writeOutputs', () => {
  it('writes what changed, and takes away what an earlier run left in its folders', () => {
    const out = mkdtempSync(join(tmpdir(), 'timonel-informe-'));
    try {
      mkdirSync(join(out, 'informe/entregas'), { recursive: true });
      mkdirSync(join(out, 'sarif'));
      for (const path of ['informe/entregas/gone.html', 'sarif/gone.sarif', 'mine.txt'])
        writeFileSync(join(out, path), 'x');
      const files = [
        { path: 'informe/entregas/ana.html', content: 'a' },
        { path: 'calificaciones/moodle.csv', content: new Uint8Array([0xf3]) },
      ];
      writeOutputs(files, out);
      expect((readdirSync(out, { recursive: true }) as string[]).sort()).toEqual(
        [
          'informe',
          'informe/entregas',
          'informe/entregas/ana.html',
          'mine.txt',
          'calificaciones',
          'calificaciones/moodle.csv',
        ].sort(),
      );
      expect([...readFileSync(join(out, 'calificaciones/moodle.csv'))]).toEqual([0xf3]);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});
