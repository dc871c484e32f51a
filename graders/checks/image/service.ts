import { type Finding, finding } from '../../core/finding.ts';
import type { Running } from '../../lab/machine/index.ts';
import { isJavaScript } from '../../parse/typescript/parser.ts';
import { notErasable, textWith } from '../service/source.ts';
import type { Submission } from '../submission.ts';
import { failure, type Subject, startFinding } from './container.ts';
import { listen, service, unforeseen } from './findings.ts';
import type { ServiceExpectation } from './params.ts';

/** Whether the container runs the service of the answer, and where that listens with the variables of the image. */
export function serviceFindings(
  subject: Subject,
  expected: ServiceExpectation,
  submission: Submission,
  dependsOn: (file: string) => boolean,
): readonly Finding[] {
  const { container, at, because } = subject;
  const { file } = expected;
  const refusal = startFinding(subject);
  if (refusal) return [refusal];
  if (typeof container.exit === 'number' && container.exit !== 0) return [failure(subject, container.exit)];
  const words = container.argv.join(' ');
  if (container.runs?.watches || (!container.runs && developmentMode.test(words))) {
    return [finding(service, 'watch', at, { found: words }, because)];
  }
  // What is no program of Node ran from this very container, and where it listens was seen.
  const { read, seen } = submission.service();
  if (!container.runs && seen && !read.hasCode && !container.argv.some((word) => /(?:^|\s)PORT=/.test(word))) {
    return whereItListens(subject, expected, submission);
  }
  if (!container.runs) {
    const [last = ''] = container.argv.slice(-1);
    if (container.exit === 0 && /\s/.test(last)) return [finding(service, 'ended', at, { found: last, file }, because)];
    if (container.exit === 0) return [finding(service, 'noProgram', at, { found: last, file }, because)];
    // It waits without doing anything, and that is known: no other program runs beside it.
    const idles = container.exit === 'running' && container.output !== undefined;
    if (idles) return [finding(service, 'other', at, { found: words, file }, because)];
    return [finding(unforeseen, 'service', at, {}, because)];
  }
  const wrong = programFinding(container.runs, subject, file, submission, dependsOn);
  return wrong ? [wrong] : whereItListens(subject, expected, submission);
}

function programFinding(
  { file: path, content, strips }: Running,
  { at, because }: Subject,
  file: string,
  { answers, exercise, service: answered }: Submission,
  dependsOn: (file: string) => boolean,
): Finding | undefined {
  const text = answers[exercise.answers.findIndex((answer) => answer.file === file)]?.text;
  if (content !== undefined && content !== text) return finding(service, 'other', at, { found: path, file }, because);
  if (!dependsOn(file)) return finding(service, 'independent', at, { file }, because);
  if (content !== undefined && /\.[cm]?js$/.test(path) && !isJavaScript(content)) {
    return finding(service, 'plain', at, { found: path }, because);
  }
  const compiled = content !== undefined && strips ? notErasable(answered().read) : undefined;
  if (compiled && /\.[cm]?ts$/.test(path)) {
    return finding(service, 'compiled', compiled.at, { syntax: compiled.name }, because);
  }
  return undefined;
}

const developmentMode = /(?:^|\s)(?:--watch(?:-path)?|--hot|watch|nodemon|ts-node-dev|node-dev)(?:[\s=]|$)/;

/** What was seen when it ran without `PORT`, put into the container: a `PORT` of the image decides instead. */
function whereItListens(
  { image, container, at, because }: Subject,
  { port: expected }: ServiceExpectation,
  submission: Submission,
): readonly Finding[] {
  const set = container.runs ? container.runs.env.PORT : image.env.PORT;
  if (set !== undefined && set !== String(expected)) {
    return [finding(listen, 'port', at, { found: set, expected }, because)];
  }
  const { read, seen } = submission.service();
  if (set !== undefined || seen?.start.state !== 'listening') return [];
  const { withoutPort } = seen;
  // Somebody else was on the port: the check that asks for it says so.
  if (withoutPort === 'taken') return [];
  if (!withoutPort) return [finding(listen, 'silent', at, { expected }, because)];
  if (withoutPort.port === expected) return [];
  const place = textWith(read, withoutPort.port);
  return [finding(listen, 'port', place ?? at, { found: withoutPort.port, expected }, because)];
}
