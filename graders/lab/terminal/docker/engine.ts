import { sha256 } from '../../../core/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import type { Docker, DockerContainer } from '../desk/docker.ts';
import { familiar } from '../desk/reference.ts';

/** A desk on which Docker is another. */
export function withDocker(desk: Desk, change: (docker: Docker) => Partial<Docker>): Desk {
  return { ...desk, docker: { ...desk.docker, ...change(desk.docker) } };
}

/** A new identifier of 64 digits, the same on every run, and the desk that has given it. */
export function newId(desk: Desk, seed: string): { readonly id: string; readonly desk: Desk } {
  const made = desk.made + 1;
  return { id: sha256(`${seed}/${made}`), desk: { ...desk, made } };
}

export const short = (id: string): string => id.slice(0, 12);

/** A container by its name, or by its identifier or the beginning of it. */
export function containerBy({ docker }: Desk, written: string): DockerContainer | undefined {
  const name = written.replace(/^\//, '');
  return (
    docker.containers.find((one) => one.name === name || one.id === written) ??
    (/^[0-9a-f]+$/.test(written) ? docker.containers.find(({ id }) => id.startsWith(written)) : undefined)
  );
}

export function replaceContainer(desk: Desk, next: DockerContainer): Desk {
  return withDocker(desk, ({ containers }) => ({
    containers: containers.map((one) => (one.id === next.id ? next : one)),
  }));
}

export function splitTag(reference: string): readonly [string, string] {
  const name = familiar(reference);
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? [name.slice(0, colon), name.slice(colon + 1)] : [name, 'latest'];
}

/** Docker as it is by now: containers whose process has come to its end by itself have ended, and some are gone. */
export function asOf(desk: Desk): Desk {
  const isOver = ({ state, ends }: DockerContainer): boolean =>
    state === 'running' && ends !== undefined && ends.at <= desk.clock;
  if (!desk.docker.containers.some(isOver)) return desk;
  return withDocker(desk, ({ containers }) => ({
    containers: containers.flatMap((one) => {
      if (!isOver(one)) return [one];
      return one.removes
        ? []
        : [
            {
              ...one,
              state: 'exited' as const,
              exit: one.ends?.exit ?? 0,
              finished: one.ends?.at ?? desk.clock,
              listens: [],
              ip: '',
            },
          ];
    }),
  }));
}
