import type { Fields } from '../../../cluster/index.ts';
import { removeObject } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { objectsFrom } from '../ask/files.ts';
import { dryRun, filename, kustomize, output, recursive } from '../flags.ts';
import { resourceName } from '../kinds.ts';
import { online } from '../session.ts';
import { fromServer, wrong } from '../stop.ts';
import { dryRunOf, dryText, send } from '../write.ts';
import { currentData, oneByOne } from './apply.ts';
import { keyOf, kindInFile, placed } from './shared.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_replace/ */
export const replace: Command = {
  name: 'replace',
  says: { es: 'Pone un objeto en el lugar del que hay', en: 'Put an object in the place of the one there is' },
  takes: '-f FILENAME',
  flags: [
    filename,
    kustomize,
    recursive,
    dryRun,
    output,
    { name: 'force', says: { es: 'Borra el que hay y crea otro', en: 'Delete the one there is and create another' } },
    { name: 'grace-period', value: 'number' },
    { name: 'validate', value: 'text', bare: 'strict' },
    { name: 'save-config' },
  ],
  beyond: ['raw=', 'subresource=', 'template=', 'cascade=', 'wait', 'timeout=', 'field-manager='],
  run: online((session) => {
    const { call } = session;
    if (!call.flags.has('filename') && !call.flags.has('kustomize')) throw wrong('must specify --filename to replace');
    const dry = dryRunOf(session);
    const force = call.flags.on('force');
    return oneByOne(session, objectsFrom(call, call.flags.on('recursive')), (live, { resource, source }) => {
      const kind = kindInFile(live, resource, source);
      const wanted = placed(session, resource, kind);
      const before = currentData(live, wanted);
      if (!before && !force)
        throw fromServer(
          'NotFound',
          `error when replacing ${JSON.stringify(source)}: ${resourceName(kind)} ${JSON.stringify(wanted.name)} not found`,
        );
      const cleared =
        force && before && dry === 'none' ? removeObject(live, keyOf(wanted), live.clock, 'background', 0) : live;
      const sent = send(cleared, wanted, dry, `error when replacing ${JSON.stringify(source)}`);
      return {
        live: sent.live,
        kind,
        name: wanted.name,
        namespace: wanted.namespace,
        word: `replaced${dryText(dry)}`,
        did: 'replaced',
        view: sent.put.resource.data as Fields,
      };
    });
  }),
};
