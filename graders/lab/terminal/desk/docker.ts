import type { BuiltImage } from '../../image/index.ts';
import type { Answers, Files, Listening, Machine } from '../../machine/index.ts';

/** What a Docker Engine knows at one instant. */
export interface Docker {
  readonly images: readonly DockerImage[];
  readonly containers: readonly DockerContainer[];
  readonly volumes: readonly DockerVolume[];
  readonly networks: readonly DockerNetwork[];
  /** What was pushed: repositories with their tags. */
  readonly pushed: readonly { readonly reference: string; readonly image: string }[];
  /** Images that were saved in a file once, as they were then. */
  readonly archived?: readonly DockerImage[];
  /** What build steps gave, by what they depended on: a build that repeats them says `CACHED`. */
  readonly cache: readonly string[];
}

/** An image of the local store. */
export interface DockerImage {
  /** 64 hexadecimal digits. */
  readonly id: string;
  /** Normalised names that point to it; empty for a dangling image. */
  readonly tags: readonly string[];
  readonly created: number;
  /** MB. */
  readonly size: number;
  readonly image: BuiltImage;
  /** It came from a registry; else the learner built it. */
  readonly pulled: boolean;
}

/** A port of the host that leads to one of a container. */
export interface Published {
  readonly host: number;
  readonly address: string;
  readonly container: number;
  readonly protocol: 'tcp' | 'udp';
}

export interface Mount {
  readonly type: 'volume' | 'bind' | 'tmpfs';
  /** Name of the volume, or path of the host. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface DockerContainer {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  /** As the learner wrote it. */
  readonly reference: string;
  /** Id of the image it was created from. */
  readonly image: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly published: readonly Published[];
  readonly mounts: readonly Mount[];
  readonly networks: readonly string[];
  /** Other names by which it is found in the networks it was created in. */
  readonly aliases?: readonly string[];
  /** What it calls itself, where that is not the beginning of its id. */
  readonly hostname?: string;
  readonly removes: boolean;
  /** Somebody sits at a terminal of its own. */
  readonly interactive?: boolean;
  /** Its root file system cannot be written to. */
  readonly readOnly?: boolean;
  readonly created: number;
  readonly started?: number;
  readonly finished?: number;
  readonly state: 'created' | 'running' | 'paused' | 'exited';
  readonly exit: number;
  /** What it printed so far, as far as anybody can tell. */
  readonly log: readonly LogLine[];
  /** Where its process listens. `any`: nobody knows. */
  readonly listens: readonly Listening[] | 'any';
  /** The process is not known, and taken to work. */
  readonly assumed: boolean;
  /** It came to its end, and nobody knows what it printed. */
  readonly unheard?: true;
  /** The inside of the container; absent before its first start. */
  readonly machine?: Machine;
  /** Its files, where something was put into it before its first start. */
  readonly files?: Files;
  readonly ip: string;
  /** `--entrypoint`, `--workdir` and `--restart`, where they were given. */
  readonly entrypoint?: string;
  readonly workdir?: string;
  readonly restart?: string;
  /** The software that answers: `nginx`, `http-echo`. */
  readonly product?: string;
  readonly answers?: Answers;
  /** Who its first process runs as; null where nobody knows. */
  readonly uid?: number | null;
  /** When its process ends by itself, and with which code, where it only sleeps. */
  readonly ends?: { readonly at: number; readonly exit: number };
  /** The words of its first process. */
  readonly process?: readonly string[];
}

export interface LogLine {
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

export interface DockerVolume {
  readonly name: string;
  readonly created: number;
  readonly files: Files;
  readonly anonymous: boolean;
}

export interface DockerNetwork {
  readonly name: string;
  readonly id: string;
  readonly driver: 'bridge' | 'host' | 'null';
  readonly created: number;
}
