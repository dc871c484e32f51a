/** The Dockerfile of the answer is built over a context, and a container is started from the image. */
export interface Params {
  /** Folder of the exercise that is the build context; `given` when omitted. */
  readonly context?: string;
  readonly expect: ImageExpectation;
}

/** What must be true of the image and of the container. Omitted expectations are not compared. */
export interface ImageExpectation {
  /** The build comes to its end. Every other expectation implies it. */
  readonly builds?: true;
  /** What the container must print, exactly, before ending with code 0. A line end at the end may be left out. */
  readonly prints?: string;
  /** Program that must print it: `python`, whatever its version. */
  readonly printedBy?: 'python';
  /** The process must keep running. */
  readonly serves?: true;
  /** Process 1 must be the program itself, not a shell that started it. */
  readonly direct?: true;
  /** The container must not run as root. */
  readonly nonRoot?: true;
  /** Every base image must name a version (or a digest), and not `latest`. */
  readonly pinned?: true;
  /** Ports the process must listen on, on all addresses. What the source does not say is not held against it. */
  readonly listens?: readonly number[];
  /** The container must run a service of the answer. */
  readonly service?: ServiceExpectation;
  /** The image must not be larger than this class: `small` up to 200 MB, `medium` up to 500 MB. */
  readonly size?: 'small' | 'medium';
  /** What must happen when some files of the context change and the image is built again. */
  readonly cache?: CacheExpectation;
  /** Files that must be in the image, or must not. */
  readonly files?: readonly FileExpectation[];
}

export interface ServiceExpectation {
  /** The answer file: Node must run it, or something built from it. It lies in the context. */
  readonly file: string;
  /** The port it must listen on, on all addresses, with no other variables than those of the image. */
  readonly port: number;
}

export interface CacheExpectation {
  /** Files of the context that are edited. */
  readonly edit: readonly [string, ...string[]];
  /** Instructions of these kinds that must all come from the cache: `[RUN]`. */
  readonly keeps: readonly ('RUN' | 'COPY' | 'ADD')[];
}

export interface FileExpectation {
  /** Absolute path in the image. */
  readonly path: string;
  /** `false`: it must not be there. */
  readonly present?: boolean;
  /** Uid of its owner. */
  readonly owner?: number;
}
