import type { ExerciseSpec } from '../../checks/kinds.ts';
import type { Source } from '../../core/source.ts';
import { parseLiteral } from '../../parse/literal/parse.ts';

/**
 * A variant of an answer with the explanations of the reference where it has none of its own: the few lines in which it differs
 * are all that has to be written.
 */
export function withProse({ checks }: ExerciseSpec, variant: Source, reference: Source): Source {
  const sections = checks.flatMap((check) => (check.kind === 'explanation' ? [check.section ?? 'explica'] : []));
  const root = sections.length > 0 ? parseLiteral(variant).root : undefined;
  const own = root?.parts;
  const model = own && parseLiteral(reference).root?.parts;
  const texts = sections.flatMap((section) => {
    const written = own?.has(section) ? undefined : model?.get(section);
    return written
      ? [`${section}: ${reference.text.slice(written.at.from, written.at.to).replace(/\n\s*/g, ' ')}`]
      : [];
  });
  const last = own && [...own.values()].at(-1);
  if (texts.length === 0 || !last) return variant;
  return {
    ...variant,
    text: `${variant.text.slice(0, last.at.to)}, ${texts.join(', ')}${variant.text.slice(last.at.to)}`,
  };
}
