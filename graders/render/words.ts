import type { Finding } from '../core/finding.ts';
import { fill } from '../core/messages.ts';
import { own } from '../core/own.ts';
import type { Lang, Text } from '../core/text.ts';
import type { Hop } from '../core/trace.ts';
import { catalogue, hopCatalogue } from './catalogue.ts';

/** The sentence of a finding: what was expected and what happened. Backticks mark code. */
export function sayFinding({ id, message, data }: Finding, lang: Lang): string {
  const text = own(catalogue.get(id)?.about.messages, message);
  return text ? fill(text, data, lang) : `${id}/${message}`;
}

/** The sentence of one decision of a trace. */
export function sayHop({ message, data }: Hop, lang: Lang): string {
  const text: Text | undefined = hopCatalogue.get(message);
  return text ? fill(text, data, lang) : message;
}
