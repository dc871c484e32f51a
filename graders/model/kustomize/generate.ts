import { base64 } from '../../core/base64.ts';
import { sha256 } from '../../core/sha256.ts';
import { type Fields, fieldsOf, list, type Part, textOf, textsOf, withFields } from './edit.ts';
import { withAnnotations, withLabels } from './labels.ts';

/** The text of a file next to a kustomization; undefined where it is not shown. */
export type ReadText = (path: string) => string | undefined;

/** An object that a generator makes. */
export interface Generated {
  readonly data: Fields;
  readonly behavior: string;
  /** Its name gets the hash of its content. */
  readonly hashed: boolean;
}

/**
 * The ConfigMap or Secret of a generator: its keys from literals, files and lists of variables. A file that is not shown is
 * taken to have some content.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/
 */
export function generate(kind: 'ConfigMap' | 'Secret', written: Fields, shared: Fields, read: ReadText): Generated {
  const options = { ...shared, ...fieldsOf(written.options) };
  const encode = kind === 'Secret' ? base64 : (text: string) => text;
  const parts = [...literals(written), ...filesOf(written, read), ...variables(written, read)];
  const data = withFields(
    {},
    parts.map((part) => ({ ...part, value: encode(String(part.value)) })),
  );
  const name = { container: written, key: 'name' };
  const namespace = textOf(written.namespace);
  const metadata = withFields({}, [
    { key: 'name', value: textOf(written.name) ?? '', from: name },
    ...(namespace === undefined
      ? []
      : [{ key: 'namespace', value: namespace, from: { container: written, key: 'namespace' } }]),
  ]);
  const object = withFields({}, [
    { key: 'apiVersion', value: 'v1', from: name },
    { key: 'kind', value: kind, from: name },
    { key: 'metadata', value: metadata, from: name },
    { key: 'data', value: data, from: name },
    ...(kind === 'Secret' ? [{ key: 'type', value: textOf(written.type) ?? 'Opaque', from: name }] : []),
    ...(options.immutable === true ? [{ key: 'immutable', value: true, from: name }] : []),
  ]);
  const labelled = withLabels(object, fieldsOf(options.labels), 'objects');
  return {
    data: withAnnotations(labelled, fieldsOf(options.annotations)),
    behavior: textOf(written.behavior) ?? 'create',
    hashed: options.disableNameSuffixHash !== true,
  };
}

function literals({ literals: written }: Fields): readonly Part[] {
  return list(written).flatMap((literal, index) => {
    const [, key, value = ''] = /^([^=]+)=([\s\S]*)$/.exec(textOf(literal) ?? '') ?? [];
    const bare = /^(["'])[\s\S]*\1$/.test(value) ? value.slice(1, -1) : value;
    return key === undefined ? [] : [{ key, value: bare, from: { container: written, key: index } }];
  });
}

function filesOf({ files }: Fields, read: ReadText): readonly Part[] {
  return textsOf(files).map((written, index) => {
    const equals = written.indexOf('=');
    const path = written.slice(equals + 1);
    const key = equals === -1 ? path.slice(path.lastIndexOf('/') + 1) : written.slice(0, equals);
    return { key, value: read(path) ?? '…', from: { container: files, key: index } };
  });
}

function variables({ envs, env }: Fields, read: ReadText): readonly Part[] {
  return [...textsOf(envs), ...textsOf([env])].flatMap((path) =>
    (read(path) ?? '').split('\n').flatMap((line): readonly Part[] => {
      const [, key, value = ''] = /^\s*([^#=\s][^=]*)=(.*?)\r?$/.exec(line) ?? [];
      return key === undefined ? [] : [{ key, value }];
    }),
  );
}

/** What a hash uses in place of digits and letters that could make words. */
const unlike: ReadonlyMap<string, string> = new Map(Object.entries({ 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }));

/**
 * The end of the name of a generated object, which changes with its content. The name itself has no part in it: Kustomize looks
 * it up where it is not.
 * @see https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go
 */
export function hashOf({ data, kind, type, binaryData, stringData }: Fields): string {
  const more =
    kind === 'Secret'
      ? { type: textOf(type) ?? '', ...(stringData ? { stringData } : {}) }
      : binaryData
        ? { binaryData }
        : {};
  const keys = { data: data ?? '', kind, name: '', ...more };
  return [...sha256(asGo(keys)).slice(0, 10)].map((digit) => unlike.get(digit) ?? digit).join('');
}

/** JSON as Go writes it: keys in order, and `<`, `>` and `&` escaped. */
function asGo(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value ?? null).replace(
      /[<>&\u2028\u2029]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${asGo(key)}:${asGo(inner)}`).join(',')}}`;
}
