import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launcher } from './testing/launcher.ts';
import { hasTmux, TestTerminal } from './testing/terminal.ts';

if (!hasTmux) console.log('the lab in a terminal: skipped, there is no tmux');

let folder: string;
let terminal: TestTerminal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timonel-lab-'));
});
afterEach(() => {
  terminal.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe.skipIf(!hasTmux)('the lab in a terminal', () => {
  it('ends with Ctrl-D the shell that one is in: first that of the container, then its own', async () => {
    terminal = new TestTerminal(`env LC_ALL=C.UTF-8 NO_COLOR=1 ${process.execPath} ${launcher} lab`, folder);
    await terminal.sees('$');
    terminal.press('docker run -it --rm alpine:3.22 sh', 'Enter');
    await terminal.sees('/ #');
    terminal.press('for i in 1 2', 'Enter');
    await terminal.sees(/^> *$/m);
    terminal.press('C-d');
    await terminal.sees('exit');
    terminal.press('docker ps', 'Enter');
    expect(await terminal.sees('CONTAINER ID')).not.toContain('[fin');
    terminal.press('C-d');
    await terminal.sees('[fin 0]');
  });
});
