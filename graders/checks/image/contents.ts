import { code } from '../../core/code.ts';
import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import {
  type Build,
  imageOf,
  parentStage,
  parseReference,
  rebuild,
  type Step,
  sizeClass,
  sizeOf,
  sizeOrder,
} from '../../lab/image/index.ts';
import { find } from '../../lab/machine/index.ts';
import type { Dockerfile } from '../../model/dockerfile/dockerfile.ts';
import type { Subject } from './container.ts';
import { base, cache, file, size } from './findings.ts';
import type { CacheExpectation, FileExpectation } from './params.ts';

/** A number, the code name of a release, or a channel of distroless, whose version is in the repository's name. */
const saysVersion = /\d|bookworm|trixie|bullseye|buster|noble|jammy|focal|resolute|^(?:debug-)?nonroot$/;

/** The base images whose name does not say which version they are. */
export function baseFindings(dockerfile: Dockerfile): readonly Finding[] {
  return dockerfile.stages.flatMap((stage) => {
    const image = imageOf(dockerfile, stage);
    const parsed = parseReference(image);
    if (image === 'scratch' || parentStage(dockerfile, stage) || !parsed.ok) return [];
    const { tag, digest } = parsed.reference;
    if (digest !== undefined) return [];
    const { at } = stage.from.image;
    if (tag === undefined) return [finding(base, 'untagged', at, { image })];
    return saysVersion.test(tag) ? [] : [finding(base, 'latest', at, { image })];
  });
}

export function sizeFinding({ image, because }: Subject, at: Span, limit: 'small' | 'medium'): Finding | undefined {
  const megabytes = sizeOf(image);
  const fits = sizeOrder.indexOf(sizeClass(megabytes)) <= sizeOrder.indexOf(limit);
  return fits ? undefined : finding(size, 'large', at, { megabytes, limit: limit === 'small' ? 200 : 500 }, because);
}

export function fileFindings(
  { image, because, at }: Subject,
  expected: readonly FileExpectation[],
): readonly Finding[] {
  return expected.flatMap(({ path, present = true, owner }) => {
    const found = find(image.files, path);
    if (found.state === 'unknown') return [];
    if (found.state === 'absent') return present ? [finding(file, 'absent', at, { path }, because)] : [];
    const layer = image.layers[found.entry.layer];
    const place = layer?.at ?? at;
    if (!present) return [finding(file, 'present', place, { path }, because)];
    const { uid } = found.entry;
    return owner === undefined || owner === uid
      ? []
      : [finding(file, 'owner', place, { path, found: uid, expected: owner }, because)];
  });
}

/** The instructions that run again after an edit and should not. */
export function cacheFindings(
  before: readonly Step[],
  after: Build,
  { edit, keeps }: CacheExpectation,
): readonly Finding[] {
  if (!after.ok) return [];
  const { rebuilt, hops } = rebuild(before, after.steps);
  return rebuilt
    .filter(({ cached, keyword }) => !cached && (keeps as readonly string[]).includes(keyword))
    .map(({ at, keyword }) =>
      finding(cache, 'again', at, { edited: edit.map(code), keyword }, { hops, outcome: null }),
    );
}
