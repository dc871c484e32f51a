import { enter } from '../../../cluster/index.ts';
import { find, refusalOf, resolvePath, under } from '../../../machine/index.ts';
import { changeFile } from '../../desk/open.ts';
import type { Command } from '../../tool/tool.ts';
import { container, podOffers } from '../flags.ts';
import { online } from '../session.ts';
import { Beyond, Stop, wrong } from '../stop.ts';
import { containerOf, podFor } from './pods.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_cp/ */
export const cp: Command = {
  name: 'cp',
  says: { es: 'Copia ficheros de un contenedor', en: 'Copy files from a container' },
  takes: '<file-spec-src> <file-spec-dest>',
  offers: podOffers,
  flags: [
    container,
    { name: 'no-preserve', fidelity: 'partial' },
    { name: 'retries', value: 'number', fidelity: 'partial' },
  ],
  fidelity: 'partial',
  differs: {
    es: 'Del pod al equipo. Al revés no hace nada y lo dice: lo que cambia dentro de un pod no se guarda.',
    en: 'From the pod to the machine. The other way round it does nothing and says so: what changes inside a pod is not kept.',
  },
  run: online((session) => {
    const { call, live } = session;
    const [from = '', to = '', ...others] = call.operands;
    if (from === '' || to === '' || others.length > 0) throw wrong('source and destination are required');
    const [source, target] = [placeOf(from), placeOf(to)];
    if (source && target) throw wrong('one of src or dest must be a local file specification');
    if (!source && !target) throw wrong('one of src or dest must be a remote file specification');
    if (!source)
      throw new Beyond({
        es: 'El laboratorio no guarda lo que se copia dentro de un pod: no se ha hecho nada.',
        en: 'The lab does not keep what is copied into a pod: nothing was done.',
      });
    const namespace = source.namespace ?? session.namespace;
    const view = podFor({ ...session, namespace }, source.pod);
    const name = containerOf(view, call.flags.text('container'));
    const inside = enter(live, view.live, name);
    if (!inside) throw new Stop(`error: unable to upgrade connection: container not found (${JSON.stringify(name)})`);
    if (refusalOf(inside.machine, 'tar') !== undefined)
      throw new Stop(
        'error: Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec: OCI runtime exec failed: exec failed: unable to start container process: exec: "tar": executable file not found in $PATH',
      );
    const path = resolvePath(inside.machine.cwd, source.path);
    const found = find(inside.machine.files, path);
    if (found.state === 'absent')
      throw new Stop(
        `tar: ${path.slice(1)}: Cannot stat: No such file or directory\ntar: Exiting with failure status due to previous errors\ncommand terminated with exit code 2`,
      );
    const files = under(inside.machine.files, path).filter(([, entry]) => entry.kind === 'file');
    const unknown = {
      es: `El laboratorio no sabe qué hay en \`${path}\`.`,
      en: `The lab does not know what is in \`${path}\`.`,
    };
    if (found.state !== 'present' || files.some(([, entry]) => entry.kind !== 'file' || entry.content === undefined))
      throw new Beyond(unknown);
    const isFolder = found.entry.kind === 'directory';
    const local = resolvePath(call.cwd, to);
    const there = find(call.desk.files, local);
    const into =
      there.state === 'present' && there.entry.kind === 'directory' ? `${local}/${path.split('/').at(-1)}` : local;
    const desk = files.reduce(
      (next, [at, entry]) =>
        changeFile(
          next,
          isFolder ? `${into}${at.slice(path.length)}` : into,
          entry.kind === 'file' ? (entry.content ?? '') : '',
        ),
      call.desk,
    );
    return { desk, err: source.path.startsWith('/') ? "tar: removing leading '/' from member names\n" : '' };
  }),
};

/** `POD:PATH` and `NAMESPACE/POD:PATH`; undefined for a path of the learner's machine. */
function placeOf(written: string) {
  const [, namespace, pod, path] = /^(?:([a-z0-9-]+)\/)?([a-z0-9.-]+):(.+)$/.exec(written) ?? [];
  return pod === undefined || path === undefined ? undefined : { namespace, pod, path };
}
