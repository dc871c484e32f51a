/** A machine with a NodeManager, as it was before anybody configured Docker on it. All of a cluster are alike. */
export interface NodeHost {
  /** Users of the machine with their uid. */
  readonly users: Readonly<Record<string, number>>;
  readonly groups: readonly string[];
  /** Group that owns the `container-executor` binary. */
  readonly executorGroup: string;
  /** Files and directories that exist, with those above them. */
  readonly paths: readonly string[];
  /** Version of Hadoop. */
  readonly hadoop: string;
}

/** An image that the machines can get. */
export interface TaskImage {
  /** With its tag, as a job names it. */
  readonly name: string;
  /** Users in its `/etc/passwd`, with their uid. */
  readonly users: Readonly<Record<string, number>>;
  /** It holds a Java runtime. */
  readonly java?: boolean;
  /** Version of the Hadoop libraries in it, where it has them. */
  readonly hadoop?: string;
}

const passwd = '/etc/passwd';

/** @returns without blanks, repeated slashes, `.` and `..`; undefined for what is no absolute path */
export function normalPath(written: string): string | undefined {
  if (!written.startsWith('/')) return undefined;
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether a path is another one or lies within it. */
export const isWithin = (path: string, above: string): boolean =>
  path === above || path.startsWith(above === '/' ? above : `${above}/`);

/** Whether a path is there: the machine lists it, or something below it. */
export const exists = ({ paths }: NodeHost, path: string): boolean =>
  [...paths, passwd].some((one) => isWithin(normalPath(one) ?? one, path));

export { passwd };
