import type { Json } from '../../core/json.ts';
import { own } from '../../core/own.ts';
import type { Sample } from '../../lab/telemetry/index.ts';

const most = 5;

/** At most five values, as a person reads them, with the labels that tell them apart. */
export function amounts(samples: readonly Sample[]): Json {
  const telling = tellingLabels(samples);
  const said = samples.slice(0, most).map(({ labels, value }) => {
    const names = telling
      .filter((name) => own(labels, name) !== undefined)
      .map((name) => `${name}="${own(labels, name)}"`);
    const number = Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : String(value);
    return names.length === 0 ? `\`${number}\`` : `\`${number}\` (\`${names.join(', ')}\`)`;
  });
  return samples.length > most ? [...said, '…'] : said;
}

/** Of several samples, the labels in which they differ; of one, those it has if they are few. */
function tellingLabels(samples: readonly Sample[]): readonly string[] {
  const names = [...new Set(samples.flatMap(({ labels }) => Object.keys(labels)))];
  if (samples.length === 1) return names.length <= 3 ? names : [];
  const differing = names.filter((name) => new Set(samples.map(({ labels }) => own(labels, name))).size > 1);
  return differing.slice(0, 3);
}

/** Characters of a query that a message shows. */
const longest = 400;

/** A query as a message shows it: on one line, and not endless. */
export function onOneLine(query: string): string {
  const line = query.trim().replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
