import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { hops } from '../../lab/cluster/hops.ts';
import { following, sentencesOf } from '../say.ts';

/** A decision of the cluster, in words. */
export const sentenceOf = sentencesOf(hops);

/** A decision of the cluster as a sentence that comes after another one. */
export const saying = (decision: Hop | undefined): Text => following(sentenceOf(decision));
