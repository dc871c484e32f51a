import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import { hops } from '../../lab/cluster/hops.ts';

const nothing: Text = { es: '', en: '' };

/** A decision of the cluster as a sentence inside another one, with the space before it; nothing where there is none. */
export function saying(hop: Hop | undefined): Text {
  const key = hop?.message.slice(hop.message.indexOf('/') + 1) ?? '';
  const sentence: Text | undefined = Object.hasOwn(hops.messages, key) ? hops.messages[key as never] : undefined;
  if (!hop || !sentence) return nothing;
  return following({ es: fill(sentence, hop.data, 'es'), en: fill(sentence, hop.data, 'en') });
}

/** A sentence that comes after another one, with the space before it. */
export function following(text: Text | undefined): Text {
  return text ? { es: ` ${text.es}`, en: ` ${text.en}` } : nothing;
}
