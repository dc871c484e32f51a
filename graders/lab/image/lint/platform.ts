import { parsePlatform } from '../../../model/dockerfile/platform.ts';
import type { CheckName } from './catalogue.ts';

/** A `--platform` with its variables replaced. */
interface Platform {
  readonly written: string;
  readonly value: string;
  readonly matched: readonly string[];
  readonly unmatched: readonly string[];
  /** The platform that is built for. */
  readonly target: string;
}

/** `$TARGETPLATFORM` is what happens anyway, and one that is written out is on purpose only where the stage is named after it. */
export function checkPlatform(
  { written, value, matched, unmatched, target }: Platform,
  stage: string,
  warn: (check: CheckName, detail: string) => void,
): void {
  const isTarget =
    matched.length === 1 && unmatched.length === 0 && matched[0] === 'TARGETPLATFORM' && value === target;
  if (isTarget) {
    const detail = `Setting platform to predefined ${written} in FROM is redundant as this is the default behavior`;
    warn('RedundantTargetPlatform', detail);
  }
  if (matched.length > 0 || unmatched.length > 0) return;
  const platform = parsePlatform(value);
  if (!platform || stage.includes(platform.os) || stage.includes(platform.architecture)) return;
  warn('FromPlatformFlagConstDisallowed', `FROM --platform flag should not use constant value "${value}"`);
}
