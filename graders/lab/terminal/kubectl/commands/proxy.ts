import type { Command } from '../../tool/tool.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_proxy/ */
export const proxy: Command = {
  name: 'proxy',
  says: { es: 'Un puerto local que lleva a la API', en: 'A local port that leads to the API' },
  flags: [
    { name: 'port', short: 'p', value: 'number', says: { es: 'Puerto local (8001)', en: 'Local port (8001)' } },
    { name: 'address', value: 'text', fidelity: 'partial' },
    ...['accept-hosts', 'accept-paths', 'reject-methods', 'reject-paths'].map(
      (name) => ({ name, value: 'text', fidelity: 'partial' }) as const,
    ),
  ],
  beyond: ['www=', 'www-prefix=', 'api-prefix=', 'unix-socket=', 'append-server-path', 'disable-filter', 'keepalive='],
  fidelity: 'partial',
  differs: {
    es: 'Contesta a `GET` de objetos, de listas sin selector, de `/version` y de `/healthz`, y pasa lo que va detrás de `proxy` de un pod o un Service; de lo demás no sabe el texto.',
    en: 'It answers a `GET` of objects, of lists without a selector, of `/version` and `/healthz`, and passes on what stands behind the `proxy` of a pod or a Service; of all else it does not know the text.',
  },
  run: online(({ call, named }) => {
    const address = call.flags.text('address') ?? '127.0.0.1';
    const local = Number(call.flags.text('port') ?? 8001) || 8001;
    const isTaken =
      call.desk.jobs.some(({ does }) => 'local' in does && does.local === local) ||
      call.desk.docker.containers.some(
        ({ state, published }) => state === 'running' && published.some(({ host }) => host === local),
      );
    if (isTaken) throw wrong(`listen tcp ${address}:${local}: bind: address already in use`);
    return {
      out: `Starting to serve on ${address}:${local}\n`,
      stays: { kind: 'api-proxy', context: named.context, local },
    };
  }),
};
