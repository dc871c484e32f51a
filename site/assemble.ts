import type { Advance, Kit } from './kit.ts';
import { linkPages, type RenderedPage } from './link.ts';
import { type Course, loadCourse } from './load.ts';
import { Memory } from './memory.ts';
import { courseScript } from './pages/class.ts';
import { type Page, renderPage } from './pages/layout.ts';
import { worldsScript } from './pages/terminal.ts';
import { specScript } from './scripts.ts';
import { searchIndexScript } from './search-index.ts';
import type { MadeParts } from './shared/part-data.ts';
import { type Content, OutFolder } from './write.ts';

export interface SiteOptions {
  /** Absolute path of the course. */
  readonly root: string;
  /** Absolute path of Timonel, where the pages of findings are. */
  readonly home: string;
  /** Absolute path of the folder the site goes to. */
  readonly out: string;
}

export interface BuiltSite {
  readonly out: string;
  /** Paths of the pages, from the root of the site. */
  readonly pages: readonly string[];
  readonly milliseconds: number;
  /** Exercises that were left out because their files cannot be read, and why. */
  readonly problems: readonly string[];
}

/**
 * Makes the static site of a course: load → make the scripts → link → render → write. Plain files with relative links, which work
 * from a folder, a server or a part of one. Built again, it makes those pages again that were made of something that changed.
 */
export class SiteBuilder {
  private readonly memory = new Memory();
  private readonly folder: OutFolder;

  constructor(
    private readonly options: SiteOptions,
    private readonly kit: Kit,
  ) {
    this.folder = new OutFolder(options.out);
  }

  /**
   * @param tell gets the paths of the files that are not what they were, as soon as they are written: the pages first
   * @param advance told how far it is: the scripts, where they are made here, and then the pages
   * @throws when a script does not compile
   */
  async build(tell: (changed: readonly string[]) => void = () => {}, advance: Advance = () => {}): Promise<BuiltSite> {
    const started = performance.now();
    const { root, home, out } = this.options;
    const course = loadCourse(root, home, this.memory);
    advance(loaded);
    const made = await this.kit(course, root, (share) => advance(loaded + share * (scripts - loaded)));
    let rendering = 0;
    const pages = linkPages(course, (key, input, page) => {
      advance(scripts + (1 - scripts) * Math.min(1, rendering++ / mostlyPages(course)));
      return this.memory.of(key, input, (watched) => rendered(page(watched), made.parts));
    });
    const paths = new Set<string>();
    const write = (files: readonly (readonly [string, Content])[]): void => {
      for (const [path] of files) paths.add(path);
      const changed = this.folder.write(files);
      if (changed.length > 0) tell(changed);
    };
    write([
      ...made.files,
      ...course.exercises
        .map((written) => specScript(written, made.parts.happened))
        .map(({ name, text }) => [name, text] as const),
      ...pages.map(({ path, text }) => [path, text] as const),
    ]);
    // Of every page, and wanted by few: no page waits for them.
    write([
      ['indice.js', this.memory.of('indice.js', course, searchIndexScript)],
      ['mundos.js', this.memory.of('mundos.js', course, worldsScript)],
      ['curso.js', this.memory.of('curso.js', course, courseScript)],
    ]);
    this.folder.keepOnly(paths);
    return {
      out,
      pages: pages.map(({ path }) => path),
      milliseconds: performance.now() - started,
      problems: course.problems,
    };
  }
}

/** How far a build is once the course is read, and once the scripts are made, where they are made here. */
const loaded = 0.1;
const scripts = 0.7;
/** Most pages are of something; of the others there are a dozen. */
const mostlyPages = ({ exercises, lessons, findings }: Course): number =>
  exercises.length + lessons.length + findings.length + 12;

const rendered = (page: Page, parts: MadeParts): RenderedPage => ({ path: page.path, text: renderPage(page, parts) });
