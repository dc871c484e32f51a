import { own } from '../../core/own.ts';
/** The parts of an image reference, with Docker's defaults written out. */
export interface Reference {
  /** `docker.io`, `ghcr.io`, `localhost:5000`, … */
  readonly registry: string;
  /** Path inside the registry: `library/nginx`, `equipo/tienda`. */
  readonly path: string;
  /** `registry/path`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

export type ReferenceProblem = 'empty' | 'scheme' | 'uppercase' | 'space' | 'tag' | 'digest' | 'format';

export type ParsedReference =
  | { readonly ok: true; readonly reference: Reference }
  | { readonly ok: false; readonly problem: ReferenceProblem };

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const path = new RegExp(`^${component}(?:/${component})*$`);
const host =
  /^(?:\[[a-fA-F0-9:]+\]|(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::\d+)?$/;
const tagShape = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/**
 * Reads `nginx`, `nginx:1.29-alpine`, `ghcr.io/equipo/app@sha256:…` as `docker pull` does.
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export function parseReference(text: string): ParsedReference {
  if (text === '') return refuse('empty');
  if (/\s/.test(text)) return refuse('space');
  if (/^[a-z]+:\/\//i.test(text)) return refuse('scheme');
  const [named, digest] = cut(text, '@');
  if (digest !== undefined && !isDigest(digest)) return refuse('digest');
  const { name, tag } = splitTag(named);
  if (tag !== undefined && !tagShape.test(tag)) return refuse('tag');
  const { registry, rest } = splitRegistry(name);
  if (!path.test(rest)) return refuse(path.test(rest.toLowerCase()) ? 'uppercase' : 'format');
  if (!host.test(registry)) return refuse('format');
  // That would be the identifier of an image.
  if (/^[a-f0-9]{64}$/.test(text)) return refuse('format');
  const full = registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest;
  return {
    ok: true,
    reference: {
      registry,
      path: full,
      repository: `${registry}/${full}`,
      ...(tag !== undefined && { tag }),
      ...(digest !== undefined && { digest }),
    },
  };
}

function refuse(problem: ReferenceProblem): ParsedReference {
  return { ok: false, problem };
}

function cut(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function isDigest(digest: string): boolean {
  const [, algorithm = '', hex = ''] = /^([a-z0-9]+):([a-f0-9]+)$/.exec(digest) ?? [];
  return own(digestLengths, algorithm) === hex.length;
}

/** A colon after the last slash starts the tag; before it, it is a port of the registry. */
function splitTag(name: string): { name: string; tag: string | undefined } {
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/')
    ? { name: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { name, tag: undefined };
}

/** The first part is a registry only when it looks like a host name. */
function splitRegistry(name: string): { registry: string; rest: string } {
  const [first, rest] = cut(name, '/');
  if (rest === undefined || !/[.:]|^localhost$|[A-Z]/.test(first)) return { registry: 'docker.io', rest: name };
  if (first === 'index.docker.io' || first === 'registry-1.docker.io') return { registry: 'docker.io', rest };
  return { registry: first, rest };
}
