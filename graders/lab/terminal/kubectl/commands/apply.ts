import { lastMemo, memo } from '../../../../core/memo.ts';
import type { Resource } from '../../../../model/manifests/manifests.ts';
import {
  type Fields,
  type LiveCluster,
  lastAppliedKey,
  objectOf,
  podResource,
  sortedJson,
} from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { objectsFrom } from '../ask/files.ts';
import { resourceFrom } from '../edit/resource.ts';
import { threeWay } from '../edit/three-way.ts';
import { all, dryRun, filename, kustomize, output, recursive, selector } from '../flags.ts';
import { fieldsOf, textAt } from '../json.ts';
import type { KindInfo } from '../kinds.ts';
import { labelSelector } from '../selectors.ts';
import { type Done, notesOf, online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { type DryRun, dryRunOf, dryText, send } from '../write.ts';
import { printChanged } from './printed.ts';
import { kindInFile, placed } from './shared.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_apply/ */
export const apply: Command = {
  name: 'apply',
  says: { es: 'Lleva el clúster a lo que dicen los manifiestos', en: 'Bring the cluster to what the manifests say' },
  takes: '(-f FILENAME | -k DIRECTORY)',
  flags: [
    filename,
    kustomize,
    recursive,
    selector,
    dryRun,
    output,
    all,
    { name: 'server-side', fidelity: 'partial' },
    { name: 'force-conflicts' },
    { name: 'field-manager', value: 'text' },
    { name: 'validate', value: 'text', bare: 'strict', fidelity: 'partial' },
    { name: 'force', fidelity: 'partial' },
    { name: 'overwrite' },
    { name: 'wait', fidelity: 'partial' },
    { name: 'timeout', value: 'duration' },
    { name: 'grace-period', value: 'number' },
    { name: 'cascade', value: 'text', bare: 'background' },
    { name: 'openapi-patch' },
    { name: 'show-managed-fields' },
  ],
  beyond: ['prune', 'prune-allowlist=', 'applyset=', 'template=', 'subresource=', 'allow-missing-template-keys'],
  commands: [],
  run: online((session) => {
    const { call } = session;
    if (call.operands.length > 0)
      throw new Stop(
        `error: Unexpected args: [${call.operands.join(' ')}]\nSee 'kubectl apply -h' for help and examples`,
      );
    if (!call.flags.has('filename') && !call.flags.has('kustomize')) throw wrong('must specify one of -f and -k');
    const matches = labelSelector(call.flags.text('selector') ?? '');
    const objects = objectsFrom(call, call.flags.on('recursive')).filter(({ resource }) =>
      matches(fieldsOf(resource.metadata.labels) as Record<string, string>),
    );
    if (objects.length === 0) throw wrong('no objects passed to apply');
    const dry = dryRunOf(session);
    return oneByOne(session, objects, (live, { resource, source }) => {
      const kind = kindInFile(live, resource, source);
      const wanted = placed(session, resource, kind);
      if (wanted.name === '')
        throw new Stop(
          wanted.metadata.generateName
            ? `error: from ${wanted.metadata.generateName}: cannot use generate name with apply`
            : `error: error when retrieving current configuration of:\nResource: "${kind.group === '' ? '' : `${kind.group}/`}${kind.version}, Resource=${kind.plural}", GroupVersionKind: "${wanted.apiVersion}, Kind=${wanted.kind}"\nName: "", Namespace: "${wanted.namespace ?? ''}"\nfrom server for: ${JSON.stringify(source)}: resource name may not be empty`,
        );
      const done = applyOne(live, wanted, source, dry);
      const word = call.flags.on('server-side') ? 'serverside-applied' : done.did;
      return {
        live: done.live,
        kind,
        name: wanted.name,
        namespace: wanted.namespace,
        word: `${word}${dryText(dry)}`,
        view: done.view,
        did: done.did,
      };
    });
  }),
};

/** What became of one object of several. */
export interface One {
  readonly live: LiveCluster;
  readonly kind: KindInfo;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly word: string;
  readonly did: string;
  readonly view: Fields;
}

/** Does something with one object after the other: what fails is told at the end and leaves the others alone. */
export function oneByOne<T>(
  { call, live: before }: Session,
  objects: readonly T[],
  act: (live: LiveCluster, object: T) => One,
): Done {
  let live = before;
  const done: One[] = [];
  const errors: Stop[] = [];
  for (const object of objects) {
    try {
      const one = act(live, object);
      live = one.live;
      done.push(one);
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      errors.push(stop);
    }
  }
  const facts = done
    .filter(({ did }) => did !== 'unchanged' && !done.some(({ word }) => word.includes('dry run')))
    .map(({ did, kind, name, namespace = '' }) => ({
      did: `object.${did}`,
      data: { kind: kind.kind, name, namespace },
    }));
  return {
    live,
    out: printChanged(live, done, call.flags.text('output')),
    err: errors.map(({ message }) => `${message}\n`).join(''),
    notes: notesOf(
      errors.flatMap(({ because }) => because),
      call,
    ),
    exit: errors.length > 0 ? 1 : 0,
    facts,
  };
}

/** Applies one object: three ways are laid together, what was applied last, what is there and what is wanted. */
export function applyOne(live: LiveCluster, wanted: Resource, source: string, dry: DryRun) {
  const before = currentData(live, wanted);
  if (!before) {
    const sent = send(live, withLastApplied(wanted), dry, `error when creating ${JSON.stringify(source)}`);
    return { live: sent.live, did: 'created', view: sent.put.resource.data as Fields };
  }
  const next = laidTogether(wanted, before);
  const sent = send(live, next, dry, `error when applying patch to ${JSON.stringify(source)}`);
  return { live: sent.live, did: sent.put.did, view: sent.put.resource.data as Fields };
}

const laidTogether = lastMemo(
  (one: Fields, other: Fields) => one === other,
  (wanted: Resource, before) => {
    const annotated = withLastApplied(wanted).data as Fields;
    return resourceFrom(threeWay(lastApplied(before), before, annotated, wanted.group), wanted);
  },
);

/** An object as it is stored, without its status. */
export function currentData(
  live: LiveCluster,
  { group, kind, namespace, name }: Pick<Resource, 'group' | 'kind' | 'namespace' | 'name'>,
): Fields | undefined {
  if (group === '' && kind === 'Pod') {
    const pod = live.pods.get(`${namespace}/${name}`);
    return pod && podResource(pod).data;
  }
  return objectOf(live, { group, kind, namespace, name })?.resource.data;
}

function lastApplied(before: Fields): Fields | undefined {
  const written = textAt(before, 'metadata', 'annotations', lastAppliedKey);
  if (written === undefined) return undefined;
  try {
    return fieldsOf(JSON.parse(written));
  } catch {
    return undefined;
  }
}

/** With the annotation by which `kubectl apply` remembers what it sent. */
export const withLastApplied: (wanted: Resource) => Resource = memo((wanted) => {
  const data = fieldsOf(wanted.data);
  const metadata = fieldsOf(data.metadata);
  const { [lastAppliedKey]: _, ...annotations } = fieldsOf(metadata.annotations);
  const plain = {
    ...data,
    metadata: {
      annotations,
      ...without(metadata),
      ...(wanted.namespace !== undefined && { namespace: wanted.namespace }),
    },
  };
  const text = `${sortedJson(plain)}\n`;
  return resourceFrom(
    {
      ...data,
      metadata: {
        ...metadata,
        ...(wanted.namespace !== undefined && { namespace: wanted.namespace }),
        annotations: { ...annotations, [lastAppliedKey]: text },
      },
    },
    wanted,
  );
});

const without = ({ annotations: _, ...rest }: Fields): Fields => rest;
