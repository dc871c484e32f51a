import type { Finding } from '../../core/finding.ts';
import type { CheckStatus } from '../../core/report.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { type Fields, fields, fieldsList } from '../../model/mesh/fields.ts';
import { type Given, onceGiven } from '../given.ts';
import { givenResources } from '../scenarios/world.ts';
import type { Submission } from '../submission.ts';
import { assumed } from './findings.ts';
import { isAnswered, placeInAnswer } from './place.ts';
import { retell } from './retell.ts';

/**
 * The first assumption about a container of the answer that decisions rest on. What the given files show is as the course
 * says it is, and so are their images, wherever they are used.
 */
export function assumedIn(hops: readonly Hop[], submission: Submission, because: Trace): Finding | undefined {
  const guess = hops.find(({ stage, at }) => stage === 'assumed' && isAnswered(at, submission));
  if (!guess) return undefined;
  const given = givenImages(submission);
  const hop = hops.find(
    ({ stage, at, data }) => stage === 'assumed' && isAnswered(at, submission) && !given.has(String(data.image)),
  );
  return hop && retell(hop, [assumed], placeInAnswer(hop, submission), because);
}

/** The status of a check in which nothing is wrong and something could not be decided; else what its findings say. */
export function abstaining(findings: readonly Finding[]): { readonly status?: CheckStatus } {
  const abstains = findings.length > 0 && findings.every(({ severity }) => severity === 'info');
  return abstains ? { status: 'review' } : {};
}

function givenImages(given: Given): ReadonlySet<string> {
  return onceGiven(given, 'given images', () => {
    const files = given.given.map(({ path }) => path).filter((path) => /\.ya?ml$/.test(path));
    return new Set(givenResources(given, files).flatMap(({ data }) => imagesOf(fields(data))));
  });
}

function imagesOf(data: Fields): readonly string[] {
  const spec = fields(data.spec);
  const pod = spec.template === undefined ? spec : fields(fields(spec.template).spec);
  const containers = [...fieldsList(pod.containers), ...fieldsList(pod.initContainers)];
  return containers.flatMap(({ image }) => (typeof image === 'string' ? [image] : []));
}
