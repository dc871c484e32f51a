import type { Finding } from '../../../core/finding.ts';
import { memo } from '../../../core/memo.ts';
import { fill, type Messages } from '../../../core/messages.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { podTemplateOf } from '../../../model/workloads/templates.ts';
import * as schemaFindings from '../../../schema/findings.ts';
import { validate } from '../../../schema/validate.ts';
import type { Reason } from './law.ts';
import { laws } from './laws.ts';

/**
 * Every reason for which the API server refuses an object by itself: it cannot be decoded strictly, or what was decoded is
 * not valid. What is not decoded is not validated. Decided once for each object; `check` says the same in the same words.
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 */
export const refusalsOf: (resource: Resource) => readonly Reason[] = memo((resource) => {
  const undecodable = validate(resource).filter(({ severity }) => severity === 'error');
  if (undecodable.length > 0) return undecodable.map(schemaReason);
  const objects = { resources: [resource] };
  const hasPods = podTemplateOf(resource) !== undefined;
  return laws.flatMap((law) => (hasPods || law.of === undefined ? law.reasons(objects) : []));
});

const schemaMessages: ReadonlyMap<string, Messages> = new Map(
  Object.values(schemaFindings).map(({ id, messages }) => [id, messages]),
);

function schemaReason({ id, message, data, at }: Finding): Reason {
  const sentence = own(schemaMessages.get(id), message) ?? { es: message, en: message };
  return { text: { es: fill(sentence, data, 'es'), en: fill(sentence, data, 'en') }, at };
}
