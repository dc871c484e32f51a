import type { Grader } from '../grader.ts';

declare global {
  interface Window {
    timonelGrader?: Grader;
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

/** The script of the grader: the only address a page may load code from besides its own script elements. */
export class GraderScript {
  private readonly policy = window.trustedTypes?.createPolicy('timonel', { createScriptURL: () => this.address });
  private loading: Promise<Grader> | undefined;

  constructor(private readonly address: string) {}

  /**
   * The grader, loaded once with a plain script element, which also works from `file://`.
   * @throws when the script cannot be read; the next call tries again
   */
  load(): Promise<Grader> {
    this.loading ??= this.addScript().catch((problem: unknown) => {
      this.loading = undefined;
      throw problem;
    });
    return this.loading;
  }

  private addScript(): Promise<Grader> {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', () =>
        window.timonelGrader ? resolve(window.timonelGrader) : reject(new Error('empty grader')),
      );
      script.addEventListener('error', () => reject(new Error('the grader could not be loaded')));
      script.src = this.policy?.createScriptURL(this.address) ?? this.address;
      document.head.append(script);
    });
  }
}
