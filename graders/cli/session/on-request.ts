import type { BuiltSite } from '../../../site/assemble.ts';
import type { Advance } from '../../../site/kit.ts';

/** What the process that builds a site tells the session that asks it to. */
export type SiteNews =
  /** Paths, from the root of the site, of files that are not what they were. */
  | { readonly changed: readonly string[] }
  /** How far it is, from 0 to 1. */
  | { readonly share: number }
  /** A build is over. `left`: what was left out of the site because it cannot be read. */
  | { readonly done: true; readonly problem?: string; readonly left?: readonly string[] };

/** What is able to build a site again and again. */
export interface Builder {
  build(tell: (changed: readonly string[]) => void, advance: Advance): Promise<BuiltSite>;
}

/** Builds once for each message of the process that started this one, which waits for each to be done, until it goes. */
export function buildOnRequest(builder: Builder): Promise<void> {
  process.on('message', () => void build(builder).then(tell));
  return new Promise((resolve) => process.once('disconnect', () => resolve()));
}

async function build(builder: Builder): Promise<SiteNews> {
  try {
    const { problems } = await builder.build((changed) => tell({ changed }), inSteps());
    return { done: true, left: problems };
  } catch (problem) {
    return { done: true, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

/** Tells each hundredth, and no more often. */
function inSteps(): Advance {
  let told = -1;
  return (share) => {
    const hundredths = Math.floor(share * 100);
    if (hundredths === told) return;
    told = hundredths;
    tell({ share: hundredths / 100 });
  };
}

function tell(news: SiteNews): void {
  if (process.connected) process.send?.(news);
}
