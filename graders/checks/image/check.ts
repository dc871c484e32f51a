import type { Finding } from '../../core/finding.ts';
import type { Trace } from '../../core/trace.ts';
import {
  build,
  type Container,
  type ContextFile,
  pull,
  type Registry,
  rebuild,
  type Step,
  start,
} from '../../lab/image/index.ts';
import { textOf } from '../../lab/machine/index.ts';
import type { Dockerfile } from '../../model/dockerfile/dockerfile.ts';
import type { Verdict } from '../check.ts';
import { drawnKind } from '../drawn/picture.ts';
import { outputFindings, processFindings, type Subject, startFinding } from './container.ts';
import { baseFindings, cacheFindings, fileFindings, sizeFinding } from './contents.ts';
import { unforeseen } from './findings.ts';
import { edited, layersOf } from './layers.ts';
import type { ImageExpectation, Params } from './params.ts';
import { buildFinding } from './refusals.ts';
import { serviceFindings } from './service.ts';
import { contextOf } from './started.ts';

export default drawnKind<Params>({
  kind: 'image',
  title: { es: 'La imagen se construye y hace lo que se pide', en: 'The image builds and does what is asked' },
  check({ context: folder = 'given', expect }, submission): Verdict {
    const dockerfile = submission.dockerfile();
    const context = contextOf(submission, folder);
    const registry: Registry = (reference) => pull(reference, submission.exercise.images);
    const built = build(dockerfile, context, registry);
    if (!built.ok) {
      const trace = { hops: built.hops, outcome: { refusal: built.refusal.kind } };
      return { findings: [buildFinding(built.refusal, built.at, trace)], trace };
    }
    const { hops, outcome } = start(built.image);
    const trace: Trace = { hops: [...built.hops, ...hops], outcome: summary(outcome) };
    const at = outcome.at ?? lastFrom(dockerfile);
    const subject: Subject = { image: built.image, container: outcome, at, because: trace };
    const findings = [
      ...(expect.pinned ? baseFindings(dockerfile) : []),
      ...containerFindings(subject, expect),
      ...imageFindings(subject, expect, dockerfile),
      ...(expect.service
        ? serviceFindings(subject, expect.service, submission, dependsOn(built.steps, dockerfile, context, registry))
        : []),
      ...(expect.cache
        ? cacheFindings(built.steps, build(dockerfile, edited(context, expect.cache.edit), registry), expect.cache)
        : []),
    ];
    const abstains = findings.length > 0 && findings.every(({ id }) => id === unforeseen.id);
    return { findings, trace, ...(abstains && { status: 'review' }) };
  },
  picture: layersOf,
});

function containerFindings(subject: Subject, expect: ImageExpectation): readonly Finding[] {
  const { prints, printedBy, serves, direct, nonRoot, listens } = expect;
  const process = serves || direct || nonRoot || listens;
  if (prints === undefined && !process) return [];
  const refusal = startFinding(subject);
  if (refusal) return [refusal];
  return [
    ...(prints === undefined ? [] : outputFindings(subject, prints, printedBy)),
    ...(process ? processFindings(subject, expect) : []),
  ];
}

function imageFindings(subject: Subject, expect: ImageExpectation, dockerfile: Dockerfile): readonly Finding[] {
  const large = expect.size && sizeFinding(subject, lastFrom(dockerfile), expect.size);
  return [...(large ? [large] : []), ...(expect.files ? fileFindings(subject, expect.files) : [])];
}

/** Whether an image changes with a file of its context. */
function dependsOn(
  steps: readonly Step[],
  dockerfile: Dockerfile,
  context: readonly ContextFile[],
  registry: Registry,
) {
  return (file: string): boolean => {
    const after = build(dockerfile, edited(context, [file]), registry);
    return !after.ok || rebuild(steps, after.steps).rebuilt.some(({ cached }) => !cached);
  };
}

function lastFrom({ stages, source }: Dockerfile) {
  return stages.at(-1)?.from.image.at ?? { path: source.path, from: 0, to: 0 };
}

function summary({ starts, refusal, argv, output, exit, user }: Container) {
  return { starts, refusal: refusal ?? null, argv, output: textOf(output) ?? null, exit, user: user.name };
}
