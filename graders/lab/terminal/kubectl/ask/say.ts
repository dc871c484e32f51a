import type { Finding } from '../../../../core/finding.ts';
import { fill, type Messages } from '../../../../core/messages.ts';
import { own } from '../../../../core/own.ts';
import { rangeOf } from '../../../../core/span.ts';
import * as manifestFindings from '../../../../model/manifests/findings.ts';
import * as yamlFindings from '../../../../parse/yaml/findings.ts';

const messages: ReadonlyMap<string, Messages> = new Map(
  [...Object.values(manifestFindings), ...Object.values(yamlFindings)].flatMap((one) =>
    typeof one === 'object' && 'id' in one && 'messages' in one ? [[one.id, one.messages as Messages] as const] : [],
  ),
);

/** What is wrong with a file, with its line, as `kubectl` would say it: in English and without marks. */
export function sayFinding({ id, message, data, at }: Finding, text: string): string {
  const sentence = own(messages.get(id), message);
  const { line } = rangeOf(text, at).start;
  return `yaml: line ${line}: ${sentence ? fill(sentence, data, 'en').replaceAll('`', '"') : id}`;
}
