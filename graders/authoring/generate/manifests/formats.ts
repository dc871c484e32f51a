import type { Shape } from './shape.ts';

/**
 * Patterns that the custom resources repeat, with the format that a person calls by name. The pattern stays what is
 * checked; the format chooses the words.
 */
const byPattern: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^\^\(0\|\(\(\[0-9\]\+\)y\)/, 'duration'],
  [/\(h\|m\|s\|ms\)/, 'duration'],
  [/^\^\(\\\*\\\.\)\?\[a-z0-9\]/, 'host'],
  [
    /^\^(?:\$\|\^)?\[a-z0-9\]\(\[-a-z0-9\]\*\[a-z0-9\]\)\?(?:\(\\\.\[a-z0-9\]\(\[-a-z0-9\]\*\[a-z0-9\]\)\?\)\*)?\$$/,
    'dns-name',
  ],
  [/^\^\(http/, 'url'],
];

/** Durations as Go writes them: `5s`, `1.5h`, `300ms`, `1m30s`. */
export const goDuration = '^[+-]?(?:(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:ns|us|µs|ms|s|m|h))+$|^0$';

/** Gives every pattern with a known meaning the name of its format. */
export function nameFormats(shape: Shape): void {
  if (shape.type === 'object') Object.values(shape.fields).forEach(nameFormats);
  else if (shape.type === 'map') nameFormats(shape.values);
  else if (shape.type === 'list') nameFormats(shape.items);
  else if (shape.type === 'string' && shape.pattern !== undefined && shape.format === undefined) {
    const { pattern } = shape;
    const format = pattern === goDuration ? 'duration' : byPattern.find(([like]) => like.test(pattern))?.[1];
    if (format) shape.format = format;
  }
}
