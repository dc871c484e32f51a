import type { Text } from '../../core/text.ts';
import { type Hop, hop } from '../../core/trace.ts';
import { hops } from '../../lab/migration/hops.ts';
import { blockedIn, injectionOf, servedPods, type World } from '../../lab/migration/index.ts';
import { sentenceOf } from './say.ts';

/** Why some pods of a workload have no proxy. */
export type Lack =
  | { readonly cause: 'unlabelled' | 'unserved' | 'older' }
  | { readonly cause: 'blocked'; readonly reason: Text };

/** @returns undefined when every pod of the workload has a proxy, and for what is no workload that migrates */
export function lackOf(world: World, id: string): Lack | undefined {
  const fleet = world.fleets.find((one) => one.id === id);
  const { pods, proxied } = servedPods(world, id);
  if (!fleet || proxied === pods) return undefined;
  const why = blockedIn(world).find((blocked) => blocked.fleet.id === id)?.why;
  if (why) return { cause: 'blocked', reason: sentenceOf(why) };
  const { injected, reason } = injectionOf(fleet, world);
  return { cause: injected ? 'older' : reason === 'unknown-revision' ? 'unserved' : 'unlabelled' };
}

/** The same as a decision, where it is the client of a flow that lacks a proxy. */
export function clientLacks(world: World, client: string): Hop | undefined {
  const lack = lackOf(world, client);
  switch (lack?.cause) {
    case 'blocked':
      return hop(hops, 'client', 'clientBlocked', { client, why: lack.reason });
    case 'older':
      return hop(hops, 'client', 'clientOlder', { client });
    case 'unserved':
      return hop(hops, 'client', 'clientUnserved', { client });
    case 'unlabelled':
      return hop(hops, 'client', 'clientUnlabelled', { client });
    default:
      return undefined;
  }
}
