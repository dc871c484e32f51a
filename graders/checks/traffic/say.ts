import { hops as clusterHops } from '../../lab/cluster/hops.ts';
import { hops as meshHops } from '../../lab/istio/hops.ts';
import { sentencesOf } from '../say.ts';

/** A decision on the way of a request, in words. */
export const sentenceOf = sentencesOf(meshHops, clusterHops);
