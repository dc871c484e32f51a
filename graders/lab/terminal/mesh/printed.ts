import { lazy } from '../../../core/lazy.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import type { Fields } from '../../cluster/index.ts';
import { control, crds, viz } from './linkerd.ts';
import { asResources } from './objects.ts';
import { yamlOf } from './yaml.ts';

/** A manifest that a program of a mesh prints. */
export interface Printed {
  readonly text: string;
  /** What whoever reads the text finds in it. */
  readonly resources: () => readonly Resource[];
}

/** How `kubectl` names what it reads from a pipe. */
export const stdin = 'STDIN';

export function printedOf(objects: readonly Fields[]): Printed {
  const documents = objects.map((one) => `---\n${yamlOf(one)}`);
  const resources = lazy(() => {
    let from = 0;
    return asResources(objects).map((resource, index): Resource => {
      const text = documents[index] ?? '';
      const at = { path: stdin, from: from + '---\n'.length, to: from + text.trimEnd().length };
      from += text.length;
      return { ...resource, origin: 'answer', at };
    });
  });
  return { text: documents.join(''), resources };
}

/** What `linkerd install` and `linkerd viz install` print where nobody asks for anything else. */
export const linkerdCrds = lazy(() => printedOf(crds()));
export const linkerdControl = lazy(() => printedOf(control(1)));
export const linkerdViz = lazy(() => printedOf(viz()));

/** The objects of a text, where it is one that a program has printed and nobody has changed. */
export function printedObjects(text: string): readonly Resource[] | undefined {
  return [linkerdCrds, linkerdControl, linkerdViz]
    .find((one) => one().text === text)?.()
    .resources();
}
