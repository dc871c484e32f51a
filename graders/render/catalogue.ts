import type { Descriptor } from '../core/finding.ts';
import type { Text } from '../core/text.ts';
import { descriptors, hopSentences } from '../generated/messages.ts';
import { rules } from '../generated/rules.ts';

/** A kind of finding and the page that explains it. */
export interface Entry {
  readonly about: Descriptor;
  /** Path of the Markdown page from the root of the repository. */
  readonly doc: string;
}

/** Every kind of finding there is, by id. */
export const catalogue: ReadonlyMap<string, Entry> = new Map(
  [
    ...rules.map(({ rule, folder }) => ({ about: rule as Descriptor, doc: `graders/${folder}/doc.md` })),
    ...descriptors.map(({ about, folder }) => ({ about, doc: `graders/${folder}/docs/${lastPart(about.id)}.md` })),
  ].map((entry) => [entry.about.id, entry]),
);

/** Every sentence a hop may say, by `<area>/<key>`. */
export const hopCatalogue: ReadonlyMap<string, Text> = new Map(
  hopSentences.flatMap(({ area, messages }) =>
    Object.entries(messages).map(([key, text]): [string, Text] => [`${area}/${key}`, text]),
  ),
);

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
