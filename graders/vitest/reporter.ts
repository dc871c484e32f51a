import { stripVTControlCharacters } from 'node:util';
import type { Reporter, SerializedError, TestCase, TestModule, TestRunEndReason } from 'vitest/node';
import { paletteFor } from '../cli/screen.ts';
import { fill } from '../core/messages.ts';
import type { Lang, Text } from '../core/text.ts';
import type { Palette } from '../render/terminal/palette.ts';
import { safe } from '../render/terminal/safe.ts';
import type { Screen } from '../render/terminal/screen.ts';
import { summaryLines } from '../render/terminal/summary.ts';
import { padEnd } from '../render/terminal/width.ts';
import { lang } from './course.ts';
import { type Outcome, sayOutcome } from './outcome.ts';

/**
 * What a student reads after `npm test`: each wrong answer with its line, a table of the exercises, one line for the
 * solutions and one for the engine, and the totals. `npm test -- --reporter=verbose` shows vitest's own output.
 */
export default class TimonelReporter implements Reporter {
  private readonly lang: Lang = lang();
  private readonly palette: Palette = paletteFor(process.stdout, process.env);
  private readonly live = process.stdout.isTTY === true;
  private ended = 0;

  onTestCaseResult(): void {
    this.ended++;
    if (this.live && this.ended % 25 === 0) this.status(fill(running, { count: this.ended }, this.lang));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], _reason: TestRunEndReason): void {
    this.status('');
    const lines = [
      ...this.answers(modules),
      ...this.failures(modules, unhandled),
      ...this.groups(modules),
      '',
      totalsLine(modules, unhandled),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  private status(words: string): void {
    if (this.live) process.stdout.write(`\r\u001b[2K${this.palette.faint(words)}`);
  }

  /** The wrong answers in full, then every exercise in a table. */
  private answers(modules: readonly TestModule[]): readonly string[] {
    const outcomes = testsOf(modules).flatMap((test) => test.meta().timonel ?? []);
    if (outcomes.length === 0) return [];
    const wrong = outcomes.filter(({ report }) => report.status === 'fail' || report.status === 'error');
    const shown = outcomes.length === 1 ? outcomes : wrong;
    const reports = outcomes.map(({ report }) => report).sort((a, b) => a.number - b.number);
    return [
      ...shown.flatMap((outcome) => ['', this.say(outcome), '']),
      ...(outcomes.length === 1 ? [] : ['', ...summaryLines(reports, this.screen()), '']),
    ];
  }

  private say(outcome: Outcome): string {
    return sayOutcome(outcome, this.lang, this.palette, this.screen().width);
  }

  private screen(): Screen {
    const width = Math.min(110, Math.max(40, process.stdout.columns ?? 100));
    return { lang: this.lang, palette: this.palette, width, textOf: () => undefined, shownPath: (path) => path };
  }

  /** Failures that are no wrong answer: of the solutions, of the engine, of a file that does not load. */
  private failures(modules: readonly TestModule[], unhandled: readonly SerializedError[]): readonly string[] {
    const tests = testsOf(modules).filter((test) => test.result().state === 'failed' && !test.meta().timonel);
    const blocks = [
      ...tests.map((test) => this.failure(`${test.module.relativeModuleId} › ${test.fullName}`, errorsOf(test))),
      ...modules.flatMap((module) => brokenParts(module).map(({ name, errors }) => this.failure(name, errors))),
      ...(unhandled.length > 0 ? [this.failure(this.text(loose), unhandled)] : []),
    ];
    return blocks.flatMap((block) => ['', ...block, '']);
  }

  private failure(name: string, errors: readonly SerializedError[]): readonly string[] {
    const details = errors.flatMap(({ message, diff, stacks }) => {
      const place = stacks?.[0] ? [`${stacks[0].file}:${stacks[0].line}:${stacks[0].column}`] : [];
      return [
        ...message.split('\n').map(uncoloured),
        ...(diff ? String(diff).split('\n').map(uncoloured) : []),
        ...place,
      ];
    });
    return [this.palette.error(`✗ ${safe(name)}`), ...details.map((line) => `  ${line}`)];
  }

  private groups(modules: readonly TestModule[]): readonly string[] {
    return groups.flatMap(({ group, name }) => {
      const tests = testsOf(modules.filter((module) => groupOf(module) === group));
      if (tests.length === 0) return [];
      const failed = tests.filter((test) => test.result().state === 'failed').length;
      const passed = tests.filter((test) => test.result().state === 'passed').length;
      const words = fill(failed > 0 ? someFail : allPass, { passed, failed }, this.lang);
      const style = failed > 0 ? this.palette.error : this.palette.good;
      return [`${padEnd(this.text(name), 12)}${style(words)}`];
    });
  }

  private text(text: Text): string {
    return text[this.lang];
  }
}

const running: Text = { es: '{count} pruebas…', en: '{count} tests…' };
const loose: Text = { es: 'Fallos fuera de las pruebas', en: 'Failures outside of the tests' };
const allPass: Text = {
  es: '{passed} {passed:prueba pasa|pruebas pasan}',
  en: '{passed} {passed:test passes|tests pass}',
};
const someFail: Text = {
  es: '{failed} {failed:prueba falla|pruebas fallan}, {passed} {passed:pasa|pasan}',
  en: '{failed} {failed:test fails|tests fail}, {passed} {passed:passes|pass}',
};

const groups: readonly { readonly group: string; readonly name: Text }[] = [
  { group: 'solutions', name: { es: 'Soluciones', en: 'Solutions' } },
  { group: 'graders', name: { es: 'Motor', en: 'Engine' } },
  { group: 'deep', name: { es: 'Motor, a fondo', en: 'Engine, in depth' } },
  { group: 'cage', name: { es: 'Servicios en su jaula', en: 'Services in their cage' } },
  { group: 'site', name: { es: 'Sitio', en: 'Site' } },
];

/** The project of a file, but that what grades answers is apart from the engine. */
function groupOf({ project, moduleId }: TestModule): string {
  const answers = /[\\/]graders[\\/]vitest[\\/](\w+)\.test\.\w+$/.exec(moduleId)?.[1];
  if (answers === undefined) return project.name;
  return answers === 'exercises' ? 'exercises' : 'solutions';
}

const uncoloured = (line: string): string => safe(stripVTControlCharacters(line));

function testsOf(modules: readonly TestModule[]): readonly TestCase[] {
  return modules.flatMap((module) => [...module.children.allTests()]);
}

function errorsOf(test: TestCase): readonly SerializedError[] {
  return (test.result().errors ?? []) as readonly SerializedError[];
}

/** Files and suites that broke before their tests could run. */
function brokenParts(module: TestModule): readonly { name: string; errors: readonly SerializedError[] }[] {
  const suites = [...module.children.allSuites()];
  return [
    { name: module.relativeModuleId, errors: module.errors() as readonly SerializedError[] },
    ...suites.map((suite) => ({
      name: `${module.relativeModuleId} › ${suite.fullName}`,
      errors: suite.errors() as readonly SerializedError[],
    })),
  ].filter(({ errors }) => errors.length > 0);
}

/** The line that other programs read, in English whatever the language. */
function totalsLine(modules: readonly TestModule[], unhandled: readonly SerializedError[]): string {
  const states = testsOf(modules).map((test) => test.result().state);
  const count = (state: string) => states.filter((one) => one === state).length;
  const broken = modules.flatMap(brokenParts).length + unhandled.length;
  const skipped = count('skipped') + count('pending');
  return `${count('passed')} passed, ${count('failed') + broken} failed, ${skipped} skipped`;
}
