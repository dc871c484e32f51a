import { lastAppliedKey } from '../../../cluster/index.ts';
import { fieldsOf, pairsOf } from '../json.ts';
import { aligned } from '../print/tabs.ts';

/** Lines of a description, with tabs between their cells. */
export type Lines = readonly string[];

/** As `kubectl describe` aligns them. */
export const described = (lines: Lines): string => `${aligned(lines.join('\n'), { least: 0, padding: 2 })}\n`;

export const orNone = (text: string | undefined): string => (text === undefined || text === '' ? '<none>' : text);
export const boolText = (value: unknown): string => (value === true ? 'True' : 'False');

/** `Labels:` with one label on a line. @see `printLabelsMultiline` of describe.go */
export function labelLines(title: string, labels: unknown): Lines {
  const pairs = pairsOf(labels);
  if (pairs.length === 0) return [`${title}:\t<none>`];
  return pairs.map(([key, value], index) => `${index === 0 ? `${title}:` : ''}\t${key}=${value}`);
}

const longest = 140;

/** @see `printAnnotationsMultiline` of describe.go */
export function annotationLines(annotations: unknown, title = 'Annotations'): Lines {
  const pairs = pairsOf(annotations).filter(([key]) => key !== lastAppliedKey);
  if (pairs.length === 0) return [`${title}:\t<none>`];
  return pairs.flatMap(([key, raw], index) => {
    const lead = `${index === 0 ? `${title}:` : ''}\t`;
    const value = raw.replace(/\n$/, '');
    if (value.length + key.length + 2 <= longest && !value.includes('\n')) return [`${lead}${key}: ${value}`];
    const parts = value
      .split('\n')
      .map((line) => (line.length > longest - 2 ? `${line.slice(0, longest - 2)}...` : line));
    return [`${lead}${key}:`, ...parts.map((part) => `\t  ${part}`)];
  });
}

/** Metadata as most descriptions begin: name, namespace, labels, annotations. */
export function headLines(name: string, namespace: string | undefined, metadata: unknown, isPlaced = true): Lines {
  const { labels, annotations } = fieldsOf(metadata);
  return [
    `Name:\t${name}`,
    ...(isPlaced ? [`Namespace:\t${namespace ?? ''}`] : []),
    ...labelLines('Labels', labels),
    ...annotationLines(annotations),
  ];
}
