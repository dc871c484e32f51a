declare global {
  interface Window {
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

/** Scripts that come when they are needed: the only addresses a page may load code from besides its own script elements. */
export class Scripts {
  private readonly policy: ReturnType<NonNullable<Window['trustedTypes']>['createPolicy']> | undefined;
  private readonly loading = new Map<string, Promise<void>>();

  /**
   * @param allowed their addresses, from the page
   * @param policy its name, which the page must allow; one page makes each policy once
   */
  constructor(allowed: readonly string[], policy = 'timonel') {
    this.policy = window.trustedTypes?.createPolicy(policy, {
      createScriptURL: (url) => (allowed.includes(url) ? url : ''),
    });
  }

  /**
   * Loads scripts once, in the order given, with plain script elements, which also work from `file://`.
   * @throws when one cannot be read; the next call tries again
   */
  async load(...addresses: readonly string[]): Promise<void> {
    await Promise.all(addresses.map((address) => this.once(address)));
  }

  /** A worker that runs one of them. @throws where the browser has none for this page */
  worker(address: string): Worker {
    return new Worker(this.policy?.createScriptURL(address) ?? address);
  }

  private once(address: string): Promise<void> {
    const loading =
      this.loading.get(address) ??
      this.add(address).catch((problem: unknown) => {
        this.loading.delete(address);
        throw problem;
      });
    this.loading.set(address, loading);
    return loading;
  }

  private add(address: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`${address} could not be loaded`)));
      // Run in the order they were asked for, whichever comes first.
      script.async = false;
      script.src = this.policy?.createScriptURL(address) ?? address;
      document.head.append(script);
    });
  }
}
