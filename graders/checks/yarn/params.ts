import type { Text } from '../../core/text.ts';
import type { NodeHost, TaskImage } from '../../lab/hadoop/index.ts';

/** Something else that a job may ask for, and must not get. */
export interface Forbidden {
  readonly text: Text;
  /** The setting of the `[docker]` section that would have to refuse it. */
  readonly setting: string;
  /** Variables of the environment of its map tasks, over those of the answer. */
  readonly env: Readonly<Record<string, string>>;
}

/** A job on YARN with the settings of the answer: its tasks run in Docker. */
export interface Params {
  /** Names of the answer files; `yarn-site.xml`, `container-executor.cfg` and `trabajo.xml` when omitted. */
  readonly site?: string;
  readonly executor?: string;
  readonly job?: string;
  readonly submitter: string;
  readonly host: NodeHost;
  readonly images: readonly TaskImage[];
  /** What the answer must not open; asked instead of the tasks of the job. */
  readonly forbidden?: readonly Forbidden[];
}
