import { relative } from 'node:path';
import pc from 'picocolors';
import type { TextOf } from '../render/places.ts';
import { type Palette, plain } from '../render/terminal/palette.ts';
import type { Screen } from '../render/terminal/screen.ts';
import type { Context, Output } from './io.ts';

const narrowest = 40;
const widest = 110;
const withoutTerminal = 100;

/** The screen of a command: coloured and as wide as the terminal it writes to. */
export function screenFor(
  context: Pick<Context, 'lang' | 'out' | 'env'>,
  textOf: TextOf = () => undefined,
  shownPath: (path: string) => string = (path) => path,
): Screen {
  const { lang, out } = context;
  return { lang, palette: paletteFor(out, context.env), width: widthOf(out), textOf, shownPath };
}

function widthOf({ columns }: Output): number {
  return Math.min(widest, Math.max(narrowest, columns ?? withoutTerminal));
}

/**
 * Colours only on a terminal; `NO_COLOR` forbids them and `FORCE_COLOR` asks for them anyway.
 * @see https://no-color.org
 */
export function paletteFor(out: Output, env: Context['env']): Palette {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const forbidden =
    (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb' || env.FORCE_COLOR === '0';
  return forced || (!forbidden && out.isTTY === true) ? coloured() : plain;
}

export function coloured(): Palette {
  const { red, yellow, blue, green, bold, dim, cyan } = pc.createColors(true);
  return {
    error: (text) => bold(red(text)),
    warning: yellow,
    info: blue,
    good: green,
    strong: bold,
    faint: dim,
    code: cyan,
  };
}

/** A path as it can be typed where the person stands: relative when it is near, absolute when it is not. */
export function fromCwd(cwd: string, path: string): string {
  const near = relative(cwd, path);
  if (near === '') return '.';
  return near.startsWith('../../..') || near.length > path.length ? path : near;
}
