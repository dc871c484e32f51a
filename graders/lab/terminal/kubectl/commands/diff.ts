import { type Fields, lastAppliedKey, stamp, wouldPut } from '../../../cluster/index.ts';

import type { Command } from '../../tool/tool.ts';
import { objectsFrom } from '../ask/files.ts';
import { resourceFrom } from '../edit/resource.ts';
import { threeWay } from '../edit/three-way.ts';
import { filename, kustomize, recursive, selector } from '../flags.ts';
import { fieldsOf } from '../json.ts';
import { yamlText } from '../print/yaml.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';
import { refusalOf } from '../write.ts';
import { currentData } from './apply.ts';
import { kindInFile, placed } from './shared.ts';
import { unified } from './unified.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_diff/ */
export const diff: Command = {
  name: 'diff',
  says: { es: 'Lo que cambiaría apply', en: 'What apply would change' },
  takes: '-f FILENAME',
  fidelity: 'partial',
  flags: [
    filename,
    kustomize,
    recursive,
    selector,
    { name: 'server-side' },
    { name: 'field-manager', value: 'text' },
    { name: 'force-conflicts' },
    { name: 'concurrency', value: 'number' },
  ],
  beyond: ['prune', 'prune-allowlist=', 'show-managed-fields'],
  differs: {
    es: 'Compara lo que hay guardado con lo que habría, sin `generation` ni `managedFields`.',
    en: 'It compares what is stored with what would be, without `generation` and `managedFields`.',
  },
  run: online((session) => {
    const { call, live } = session;
    if (!call.flags.has('filename') && !call.flags.has('kustomize')) throw wrong('must specify one of -f and -k');
    let out = '';
    for (const { resource, source } of objectsFrom(call, call.flags.on('recursive'))) {
      const kind = kindInFile(live, resource, source);
      const wanted = placed(session, resource, kind);
      const before = currentData(live, wanted);
      const merged = before
        ? resourceFrom(threeWay(undefined, before, wanted.data as Fields, wanted.group), wanted)
        : wanted;
      const would = wouldPut(live, merged, live.clock);
      if (would.did === 'refused') throw refusalOf(live, wanted, would.why);
      const name = `${wanted.apiVersion.replaceAll('/', '.')}.${wanted.kind}.${wanted.namespace ?? ''}.${wanted.name}`;
      const [old, next] = [before ? yamlText(plain(before)) : '', yamlText(plain(would.resource.data as Fields))];
      const text = unified(
        old,
        next,
        `/tmp/LIVE-1/${name}\t${stamp(live.clock)}`,
        `/tmp/MERGED-1/${name}\t${stamp(live.clock)}`,
      );
      if (text !== '') out += `diff -u -N /tmp/LIVE-1/${name} /tmp/MERGED-1/${name}\n${text}`;
    }
    return { out, exit: out === '' ? 0 : 1 };
  }),
};

function plain(data: Fields): Fields {
  const metadata = fieldsOf(data.metadata);
  const { [lastAppliedKey]: _, ...annotations } = fieldsOf(metadata.annotations);
  const { annotations: _a, ...rest } = metadata;
  return { ...data, metadata: { ...rest, ...(Object.keys(annotations).length > 0 && { annotations }) } };
}
