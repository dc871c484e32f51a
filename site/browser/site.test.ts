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
import { accessSuite } from './suites/access.ts';
import { englishSuite } from './suites/english.ts';
import { formSuite } from './suites/form.ts';
import { gradingSuite } from './suites/grading.ts';
import { keptSuite } from './suites/kept.ts';
import { lessonSuite } from './suites/lessons.ts';
import { placesSuite } from './suites/places.ts';
import { sessionSuite } from './suites/session.ts';
import { writingSuite } from './suites/writing.ts';
import { type Visit, visit } from './visit.ts';

const title = executable ? 'the site in Chromium' : 'the site in Chromium (skipped: there is no Chromium here)';

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

  gradingSuite(setting);
  keptSuite(setting);
  accessSuite(setting);
  writingSuite(setting);
  formSuite(setting);
  englishSuite(setting);
  sessionSuite(setting);
  lessonSuite(setting);
  placesSuite(setting);
});
