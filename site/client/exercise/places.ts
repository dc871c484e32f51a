import type { Source } from '../../../graders/index.ts';

/** The files a report talks about, as the page knows them. */
export class Places {
  constructor(private readonly files: readonly Source[]) {}

  /** The page's file for the path of a span: a study session names files from the root of the repository. */
  find(path: string): Source | undefined {
    return this.files.find((file) => path === file.path || path.endsWith(`/${file.path}`));
  }
}
