import { fill } from '../core/messages.ts';
import type { Text } from '../core/text.ts';
import type { Hop, HopMessages } from '../core/trace.ts';

const nothing: Text = { es: '', en: '' };

/**
 * Puts words to decisions of the lab, as a fact in both languages that stands inside another sentence.
 * @param parts the parts of the lab whose decisions may come; any other, and none at all, says nothing
 */
export function sentencesOf(...parts: readonly HopMessages[]): (decision: Hop | undefined) => Text {
  const sentences = new Map<string, Text>(
    parts.flatMap(({ area, messages }) =>
      Object.entries(messages).map(([key, text]) => [`${area}/${key}`, text] as const),
    ),
  );
  return (decision) => {
    const sentence = decision && sentences.get(decision.message);
    if (!sentence) return nothing;
    return { es: fill(sentence, decision.data, 'es'), en: fill(sentence, decision.data, 'en') };
  };
}

/** A sentence that comes after another one, with the space before it. */
export function following(text: Text | undefined): Text {
  return text && text !== nothing ? { es: ` ${text.es}`, en: ` ${text.en}` } : nothing;
}

/** Sentences one after another; those that say nothing are left out. */
export function sentencesTogether(texts: readonly Text[]): Text {
  const said = texts.filter((text) => text !== nothing);
  return { es: said.map(({ es }) => es).join(' '), en: said.map(({ en }) => en).join(' ') };
}
