import { type LinkerdMesh, type LinkerdSetup, openLinkerd } from '../../lab/linkerd/index.ts';
import type { Given } from '../given.ts';
import { givenResources, givenWorld } from './world.ts';

/** What the scenarios about Linkerd say of their cluster. */
export interface LinkerdWorld {
  readonly files: readonly string[];
  readonly before?: readonly string[];
  readonly restarted?: readonly string[];
  readonly viz?: NonNullable<LinkerdSetup['viz']>;
}

/** A settled cluster of given files with Linkerd; the viz extension was there before the pods unless told otherwise. */
export function linkerdWorld(given: Given, world: LinkerdWorld): LinkerdMesh {
  const { files, before, restarted, viz = 'before-pods' } = world;
  const { state } = givenWorld(given, files);
  return openLinkerd(state, {
    viz,
    ...(before && { before: givenResources(given, before) }),
    ...(restarted && { restarted }),
  });
}
