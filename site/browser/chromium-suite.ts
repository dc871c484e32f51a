import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { buildSite } from '../build.ts';
import { executable, launch } from './chromium.ts';
import { type ServedSite, serve } from './serve.ts';
import { root, type Setting } from './setting.ts';
import { type Visit, visit } from './visit.ts';

/**
 * Suites of tests in a real browser, over a site of their own. Every page of every test is watched, and whatever it
 * complains of fails the test.
 */
export function inChromium(name: string, suites: readonly ((setting: Setting) => void)[]): void {
  const title = executable ? name : `${name} (skipped: there is no Chromium here)`;
  describe.skipIf(!executable)(title, () => {
    const out = mkdtempSync(join(tmpdir(), 'timonel-site-'));
    let browser: Browser;
    let server: ServedSite;
    let session: ServedSite;
    const visits: Visit[] = [];

    beforeAll(async () => {
      await buildSite({ root, out });
      [browser, server, session] = await Promise.all([launch(), serve(out, false), serve(out, true)]);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await session?.close();
      rmSync(out, { recursive: true, force: true });
    });

    afterEach(async () => {
      const problems = visits.flatMap((made) => made.problems);
      await Promise.all(visits.splice(0).map(({ context }) => context.close()));
      expect(problems).toEqual([]);
    });

    const fromFile = () => `${pathToFileURL(out).href}/`;
    const setting: Setting = {
      fromFile,
      server: () => server,
      session: () => session,
      async open(path, from = fromFile(), options = {}) {
        const made = await visit(browser, from, path, options);
        visits.push(made);
        return made.page;
      },
    };
    for (const suite of suites) suite(setting);
  });
}
