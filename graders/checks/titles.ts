import type { Text } from '../core/text.ts';
import { checkKinds } from '../generated/kinds.ts';
import type { CheckSpec } from './kinds.ts';

/** What a check makes sure of, as the student reads it: its own title, or that of its kind. */
export function titleOf(spec: CheckSpec): Text {
  return spec.title ?? checkKinds[spec.kind].title;
}
