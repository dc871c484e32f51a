import { guarded } from './core/fault/fault.ts';
import { byPlace, type Finding } from './core/finding.ts';
import type { Source } from './core/source.ts';
import { headOf } from './core/span.ts';
import { isKustomization } from './model/kustomize/paths.ts';
import { readWorld } from './model/kustomize/world.ts';
import { inspectDockerfile, inspectResources } from './rules/inspect.ts';
import { withoutIgnored } from './rules/pragmas.ts';
import type { Rule } from './rules/rule.ts';

export interface Checked {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/**
 * Schema and rules over the files of one world.
 * @param sources Dockerfiles, manifests, and the files that kustomizations name; every other file is of no interest and has
 *   no findings
 * @param isAsked which rules over manifests are to look; all of them when omitted
 * @returns the findings of each file, in the order of the sources, each in reading order
 */
export function check(sources: readonly Source[], isAsked?: (rule: Rule) => boolean): readonly Checked[] {
  const dockerfiles = sources.filter(({ path }) => isDockerfile(path));
  const { worlds, findings: unread } = readWorld(sources, 'answer');
  // That the fields of a kustomization are not checked is no news where it is built.
  const judged = worlds.flatMap((resources) => inspectResources(resources, isAsked)).filter((one) => !isUnchecked(one));
  const findings = withoutIgnored(
    [
      ...dockerfiles.flatMap((source) => guarded(headOf(source), () => inspectDockerfile(source))),
      ...unread,
      ...(worlds.length > 1 ? once(judged) : judged),
    ],
    sources,
  );
  const ofPath = new Map<string, Finding[]>(sources.map(({ path }) => [path, []]));
  for (const finding of [...findings].sort(byPlace)) ofPath.get(finding.at.path)?.push(finding);
  return [...ofPath].map(([path, found]) => ({ path, findings: found }));
}

const isUnchecked = ({ id, at }: Finding): boolean => id === 'schema/not-checked' && isKustomization(at.path);

/** What is found more than once in the same place, by way of two kustomizations that share a base, is told once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ id, message, data, at }: Finding) => JSON.stringify([id, message, data, at]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `Dockerfile`, `Dockerfile.dev`, `dev.dockerfile`; not `dockerfile.go`, which holds something else about them. */
export function isDockerfile(path: string): boolean {
  const name = fileName(path);
  return (
    /^(?:Dockerfile|Containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i.test(name) && !ofOtherKinds.test(name)
  );
}

/** Sources, data, prose and templates: what they are made of is read by something else before there is a Dockerfile. */
const ofOtherKinds = new RegExp(
  `\\.(?:${[
    'go rs py rb js mjs cjs jsx ts tsx java kt scala cs php c h cc cpp swift lua sh bash zsh ps1 bat rego vim el',
    'json jsonc json5 ya?ml toml ini xml html css lock snap golden patch diff tmLanguage tmPreferences nanorc',
    'md mdx markdown adoc rst',
    'tmpl tpl gotmpl gotpl template j2 jinja2? erb ejs mustache hbs in dockerignore',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
  'i',
);

export function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}
