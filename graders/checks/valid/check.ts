import type { AnswerFormat } from '../../core/exercise.ts';
import type { Finding } from '../../core/finding.ts';
import { inspectDockerfile, inspectResources } from '../../rules/inspect.ts';
import { withoutIgnored } from '../../rules/pragmas.ts';
import { isOfCourse, type Rule } from '../../rules/rule.ts';
import { checkKind } from '../check.ts';
import type { Submission } from '../submission.ts';
import type { Params } from './params.ts';

/** What `timonel check` would say of the answer, in the world of the exercise. Warnings are shown and do not fail. */
export default checkKind<Params>({
  kind: 'valid',
  title: { es: 'La respuesta está bien escrita', en: 'The answer is well formed' },
  check({ files, production = [], without }, submission) {
    const isTold = ({ id, severity, at }: Finding) =>
      (severity === 'error' || !(without as readonly string[] | undefined)?.includes(id)) &&
      (!files || files.some((file) => isNamed(at.path, file)));
    const ofFiles = (findings: readonly Finding[]) => findings.filter(isTold);
    const syntax = ofFiles(submission.syntax);
    return {
      findings:
        syntax.length > 0
          ? syntax
          : ofFiles(submission.once(`inspected ${production.join()}`, () => inspected(submission, production))),
    };
  },
});

/** Shells name an answer by its path; the spec, by the name of the file. */
const isNamed = (path: string, file: string): boolean => path === file || path.endsWith(`/${file}`);

/**
 * What is found in the answer. A world that it adds nothing to has been inspected by its author. Who answers may silence
 * advice, as in a file of their own; what the API or the builder refuses is refused all the same.
 */
function inspected(submission: Submission, production: readonly string[]): readonly Finding[] {
  const { exercise, answers, answered, manifests, body } = submission;
  const paths = new Set(answers.map(({ path }) => path));
  const inFormat = (...formats: readonly AnswerFormat[]) =>
    answers.flatMap((source, index) => {
      const { format } = exercise.answers[index] ?? {};
      return format && formats.includes(format) ? [body(source)] : [];
    });
  const dockerfiles = inFormat('dockerfile');
  const resources = answered().resources.length > 0 ? manifests().resources : [];
  const settings = exercise.answers.flatMap(({ file, format }) =>
    format === 'settings' ? submission.settings(file).findings : [],
  );
  const isAsked = (rule: Rule) => isOfCourse(rule) || production.includes(rule.id);
  const findings = [...dockerfiles.flatMap(inspectDockerfile), ...settings, ...inspectResources(resources, isAsked)];
  const own = findings.filter(({ at }) => paths.has(at.path));
  const advice = new Set(withoutIgnored(own, inFormat('dockerfile', 'manifests', 'settings')));
  return own.filter((found) => found.severity === 'error' || advice.has(found));
}
