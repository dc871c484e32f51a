import type { Grader } from '../grader.ts';

declare global {
  interface Window {
    timonelGrader?: Grader;
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): {
        createScriptURL(url: string): string;
      };
    };
  }
}

/** The only address this page may load code from besides its own script elements. */
const address = '../corregir.js';
const policy = window.trustedTypes?.createPolicy('timonel', { createScriptURL: () => address });
let loading: Promise<Grader> | undefined;

/**
 * The grader, loaded once with a plain script element, which also works from `file://`.
 * @throws when the script cannot be read; the next call tries again
 */
export function loadGrader(): Promise<Grader> {
  loading ??= addScript().catch((problem: unknown) => {
    loading = undefined;
    throw problem;
  });
  return loading;
}

function addScript(): Promise<Grader> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () =>
      window.timonelGrader ? resolve(window.timonelGrader) : reject(new Error('empty grader')),
    );
    script.addEventListener('error', () => reject(new Error('the grader could not be loaded')));
    script.src = policy?.createScriptURL(address) ?? address;
    document.head.append(script);
  });
}
