import { spawn } from 'node:child_process';
import type { Context } from '../io.ts';

/** The program that opens an address, by platform. */
function openers(env: Context['env'], platform: NodeJS.Platform): readonly (readonly [string, readonly string[]])[] {
  const own = env.BROWSER === undefined || env.BROWSER === '' ? [] : [[env.BROWSER, []] as const];
  if (platform === 'darwin') return [...own, ['open', []]];
  if (platform === 'win32') return [...own, ['cmd', ['/c', 'start', '']]];
  return [...own, ['xdg-open', []], ['wslview', []]];
}

/**
 * Opens an address in the browser of the person.
 * @param url one of our own server: nothing a student wrote is in it
 * @returns whether a program took it
 */
export async function openInBrowser(url: string, env: Context['env'], platform = process.platform): Promise<boolean> {
  // Without a screen there is nothing to open it on, and `xdg-open` would start a browser of text in this very terminal.
  const isBlind = platform === 'linux' && !env.BROWSER && !env.DISPLAY && !env.WAYLAND_DISPLAY && !env.WSL_DISTRO_NAME;
  if (isBlind) return false;
  for (const [program, args] of openers(env, platform)) if (await starts(program, [...args, url])) return true;
  return false;
}

function starts(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
