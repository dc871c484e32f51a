import { mostOf } from '../told.ts';
import { type Case, casesOf } from './cases.ts';
import type { Sink } from './sink.ts';

/**
 * JUnit XML: one suite per exercise, one case per check. What waits for a person, is not answered or rests on another
 * check is `skipped` with its reason; an exercise that could not be graded is an `error`. Without times, which are
 * optional: the same answers give the same file.
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junit: Sink = (graded, { lang }) => {
  const tested = graded.map((told) => ({ told, cases: casesOf(told, lang) }));
  const suites = tested.map(({ told, cases }) => {
    const { number, id, folder, status, points } = told.report;
    const facts = [
      ...[property('status', status), property('points.min', points.min), property('points.max', points.max)],
      property('points.of', mostOf(told)),
    ];
    return [
      `  <testsuite name=${quoted(`${number} ${told.title}`)} id=${quoted(id)} package=${quoted(folder)} ${counts(cases)}>`,
      ...['    <properties>', ...facts, '    </properties>'],
      ...cases.map((one) => caseText(one, folder)),
      '  </testsuite>',
    ].join('\n');
  });
  const all = tested.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="timonel" ${totals(all)}>\n${suites.join('\n')}\n</testsuites>\n`;
};

function caseText({ id, kind, title, status, message }: Case, folder: string): string {
  const head = `    <testcase name=${quoted(title)} classname=${quoted(`${folder}.${id}`)}`;
  if (status === 'pass') return `${head}/>`;
  const [first = ''] = message.split('\n');
  const inner =
    status === 'fail' || status === 'error'
      ? `<${status === 'fail' ? 'failure' : 'error'} message=${quoted(first)} type=${quoted(kind)}>${escaped(message)}</${status === 'fail' ? 'failure' : 'error'}>`
      : `<skipped message=${quoted(first)}>${escaped(message)}</skipped>`;
  return `${head}>\n      ${inner}\n    </testcase>`;
}

const property = (name: string, value: string | number): string =>
  `      <property name=${quoted(name)} value=${quoted(String(value))}/>`;

const totals = (cases: readonly Case[]): string => {
  const of = (status: Case['status']) => cases.filter((one) => one.status === status).length;
  return `tests="${cases.length}" failures="${of('fail')}" errors="${of('error')}"`;
};

const counts = (cases: readonly Case[]): string => {
  const skipped = cases.filter(({ status }) => ['skipped', 'review', 'pending'].includes(status)).length;
  return `${totals(cases)} skipped="${skipped}"`;
};

const quoted = (text: string): string => `"${escaped(text)}"`;

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text of an element or an attribute; the characters that XML 1.0 has no place for were made visible before. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => entities.get(sign) ?? sign)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
