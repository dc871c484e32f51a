import type { ExerciseSpec } from '../../../graders/index.ts';
import type { Grader } from '../grader.ts';

declare global {
  interface Window {
    timonelGrader?: Grader;
    timonelSpec?: ExerciseSpec;
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): {
        createScriptURL(url: string): string;
      };
    };
  }
}

/** What grading takes: how to judge, and what this exercise asks for. */
export interface Loaded {
  readonly grader: Grader;
  readonly spec: ExerciseSpec;
}

/** The scripts of the grader: the only addresses a page may load code from besides its own script elements. */
export class GraderScripts {
  private readonly policy = window.trustedTypes?.createPolicy('timonel', {
    createScriptURL: (url) => (Object.values(this.addresses).includes(url) ? url : ''),
  });
  private loading: Promise<Loaded> | undefined;

  constructor(private readonly addresses: { readonly grader: string; readonly spec: string }) {}

  /**
   * The grader, loaded once with plain script elements, which also work from `file://`.
   * @throws when a script cannot be read; the next call tries again
   */
  load(): Promise<Loaded> {
    this.loading ??= this.addScripts().catch((problem: unknown) => {
      this.loading = undefined;
      throw problem;
    });
    return this.loading;
  }

  private async addScripts(): Promise<Loaded> {
    const { grader, spec } = this.addresses;
    await Promise.all([this.addScript(grader), this.addScript(spec)]);
    if (!window.timonelGrader || !window.timonelSpec) throw new Error('empty grader');
    return { grader: window.timonelGrader, spec: window.timonelSpec };
  }

  private addScript(address: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error('the grader could not be loaded')));
      script.src = this.policy?.createScriptURL(address) ?? address;
      document.head.append(script);
    });
  }
}
