import { enter } from '../../../cluster/index.ts';
import { opened } from '../../tool/inside.ts';
import type { Command } from '../../tool/tool.ts';
import { podOffers } from '../flags.ts';
import { online } from '../session.ts';
import { Beyond, Stop, wrong } from '../stop.ts';
import { attachHint, sessionEnded } from './attach.ts';
import { execAs } from './inside.ts';
import { podFor } from './pods.ts';

/**
 * A container beside those of a pod, in its network.
 * @see https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/#ephemeral-container
 */
export const debug: Command = {
  name: 'debug',
  says: { es: 'Un contenedor para depurar, dentro de un pod', en: 'A container for debugging, inside a pod' },
  takes: '(POD | TYPE[[.VERSION].GROUP]/NAME) [ -- COMMAND [args...] ]',
  offers: podOffers,
  flags: [
    { name: 'image', value: 'text', says: { es: 'Imagen del contenedor', en: 'Image of the container' } },
    { name: 'container', short: 'c', value: 'text', says: { es: 'Su nombre', en: 'Its name' } },
    { name: 'target', value: 'text', fidelity: 'partial' },
    { name: 'stdin', short: 'i' },
    { name: 'tty', short: 't', fidelity: 'partial' },
    { name: 'quiet', short: 'q' },
    { name: 'attach', fidelity: 'partial' },
    {
      name: 'profile',
      value: 'text',
      fidelity: 'partial',
      offers: ['general', 'baseline', 'restricted', 'netadmin', 'sysadmin', 'legacy'],
    },
    { name: 'image-pull-policy', value: 'text', fidelity: 'partial' },
    { name: 'env', value: 'text', fidelity: 'partial' },
  ],
  beyond: [
    'copy-to=',
    'set-image=',
    'replace',
    'same-node',
    'share-processes',
    'arguments-only',
    'custom=',
    'filename|f=',
    'keep-annotations',
    'keep-init-containers',
    'keep-labels',
    'keep-liveness',
    'keep-readiness',
    'keep-startup',
  ],
  fidelity: 'partial',
  differs: {
    es: 'Hace la orden en un contenedor efímero de ese pod, que después no se ve; no copia pods ni entra en nodos.',
    en: 'It does the command in an ephemeral container of that pod, which is not seen afterwards; it copies no pods and enters no nodes.',
  },
  run: online((session) => {
    const { call, live } = session;
    const { flags, rest = [] } = call;
    const [word] = call.operands;
    if (word === undefined)
      throw wrong("NAME or TYPE/NAME is required for debug\nSee 'kubectl debug -h' for help and examples");
    if (/^nodes?\//.test(word))
      throw new Beyond({
        es: 'El laboratorio no modela `kubectl debug` de un nodo.',
        en: 'The lab does not model `kubectl debug` of a node.',
      });
    const image = flags.text('image');
    if (!image)
      throw wrong("you must specify --image, --copy-to or --set-image\nSee 'kubectl debug -h' for help and examples");
    const view = podFor(session, word);
    const { spec = {} } = view.live.verdict;
    const name = flags.text('container') ?? `debugger-${view.live.uid.replace(/[^a-z0-9]/g, '').slice(0, 5)}`;
    const target = flags.text('target');
    const containers = (spec.containers ?? []) as readonly { readonly name?: unknown }[];
    if (target !== undefined && !containers.some((one) => one.name === target))
      throw new Stop(`error: ephemeral container target ${JSON.stringify(target)} not found in pod`);
    const added = { name, image, ...(rest.length > 0 && { command: rest }), stdin: flags.on('stdin') };
    const shape = {
      ...view.live,
      verdict: { ...view.live.verdict, spec: { ...spec, containers: [...containers, added] } },
    } as typeof view.live;
    const told = `${target === undefined ? '' : `Targeting container ${JSON.stringify(target)}. If you don't see processes from this container it may be because the container runtime doesn't support this feature.\n`}${flags.has('container') || flags.on('quiet') ? '' : `Defaulting debug container name to ${name}.\n`}`;
    const entered = enter(live, shape, name);
    if (!entered) throw new Stop(`${told}error: timed out waiting for the condition`);
    const facts = [{ did: 'pod.debugged', data: { pod: view.pod.name, namespace: view.pod.namespace } }];
    const words = rest.length > 0 ? rest : entered.argv;
    if (!flags.on('stdin') && !flags.on('attach')) return { err: told, facts };
    const { stays, waits, ...done } = execAs(
      { ...session, namespace: view.pod.namespace },
      view,
      shape,
      name,
      words,
      flags.on('stdin') ? call.stdin : '',
    );
    const isOpen = waits && flags.on('stdin') && flags.on('tty');
    const { context } = session.named;
    const through = ['kubectl', '--context', context, 'debug', '-i', '-q', '-n', view.pod.namespace, '--image', image];
    const leaving = { says: flags.on('quiet') ? '' : sessionEnded(view.pod, name, true) };
    return {
      ...done,
      err: `${told}${done.err}`,
      facts,
      ...(stays && { stays: { kind: 'watch' as const } }),
      ...(isOpen && {
        opens: {
          inside: opened(waits, [...through, '-c', name, view.pod.name, '--'], words, leaving),
          said: `${told}${flags.on('quiet') ? '' : attachHint}`,
        },
      }),
    };
  }),
};
