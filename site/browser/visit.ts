import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A page under watch: what it must never do is collected while a test uses it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors, refused policies, failed requests and requests to anywhere else. Always empty for a page that is well. */
  readonly problems: readonly string[];
}

/** What a page does before any script of its own: tells on its policy. */
const watcher = `
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error('policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });`;

/** @param base address all requests must start with: a server's, or `file://` and the site's folder */
export async function visit(
  browser: Browser,
  base: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('requestfailed', (request) => {
    const left = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!left) problems.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const here = url.startsWith(base) || url.startsWith('data:') || isSession(url);
    if (!here) problems.push(`elsewhere: ${url}`);
  });
  await page.addInitScript(watcher);
  await page.goto(base + path);
  return { page, context, problems };
}

/** What a page of a study session asks its server for. */
const isSession = (url: string): boolean => /^http:\/\/127\.0\.0\.1:\d+\/(?:eventos|guardar)$/.test(url);

/** Shows the text of a file whose answer can also be given in a form. */
export async function showCode(page: Page): Promise<void> {
  const code = page.locator('[data-show="code"]');
  if (await code.isVisible()) await code.click();
}

/** Goes to the editor, which comes then. */
export async function openEditor(page: Page): Promise<void> {
  await page.locator('#editor').hover();
  await page.locator('#editor .cm-content').waitFor();
}

/** Writes a file of the answer in the editor, as a person who replaces all of it. */
export async function write(page: Page, file: string, text: string): Promise<void> {
  await page.locator(`[role="tab"][data-file="${file}"]`).click();
  await showCode(page);
  await openEditor(page);
  await page.locator('#editor .cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/**
 * The text of the file that an editor shows, as far as it is on the screen.
 * @param within selector of what holds the editor
 */
export async function textIn(page: Page, within = '#editor'): Promise<string> {
  // Also where a form stands before it.
  const field = page.locator(`${within} textarea:not([hidden])`).first();
  const isPlain = (await page.locator(`${within} .cm-content`).count()) === 0;
  return isPlain ? field.inputValue() : (await page.locator(`${within} .cm-line`).allTextContents()).join('\n');
}

/** Writes and grades something that is an answer in no format, so that there is a result to read. */
export async function gradeNonsense(page: Page): Promise<void> {
  const file = await page.locator('[role="tab"]').first().getAttribute('data-file');
  await write(page, file ?? '', 'a: [<b>&amp;\n');
  await gradeIn(page);
}

/** Grades with the keyboard. @returns the report as JSON */
export async function gradeIn(page: Page): Promise<string> {
  await page.evaluate(awaitReport);
  await page.keyboard.press('ControlOrMeta+Enter');
  return page.evaluate<string>('window.nextReport');
}

/** Listens before the key is pressed; the promise is asked for afterwards. */
const awaitReport = `void (window.nextReport = new Promise((resolve) => {
  document.addEventListener('timonel:informe', ({ detail }) => resolve(JSON.stringify(detail)), { once: true });
}))`;
