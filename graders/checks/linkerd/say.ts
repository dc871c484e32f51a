import { hops as clusterHops } from '../../lab/cluster/hops.ts';
import { hops as linkerdHops } from '../../lab/linkerd/hops.ts';
import { sentencesOf } from '../say.ts';

/** A decision on the way of a call, in words. */
export const sentenceOf = sentencesOf(linkerdHops, clusterHops);
