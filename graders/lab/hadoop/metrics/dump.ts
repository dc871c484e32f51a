import type { Measured } from './run.ts';

/** Seconds between the two values of each series. */
export const dumpSpan = 300;

/**
 * Series in the text format of Prometheus, each of them twice: five minutes ago and now, with the time in milliseconds, so that the
 * pace of counters can be worked out.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function dumpOf(measured: readonly Measured[]): string {
  const names = [...new Set(measured.map(({ labels }) => labels.__name__ ?? ''))];
  const blocks = names.map((name) => {
    const series = measured.filter(({ labels }) => labels.__name__ === name);
    const type =
      series.every(({ perSecond }) => perSecond === 0) && !/_(?:total|sum|count|failed)$/.test(name)
        ? 'gauge'
        : 'counter';
    const lines = series.flatMap(({ labels, base, perSecond }) =>
      [dumpSpan, 0].map(
        (ago) => `${name}${labelsOf(labels)} ${number(base + perSecond * (3600 - ago))} ${(3600 - ago) * 1000}`,
      ),
    );
    return [`# TYPE ${name} ${type}`, ...lines].join('\n');
  });
  return `${blocks.join('\n')}\n`;
}

function labelsOf(labels: Measured['labels']): string {
  const said = Object.entries(labels).filter(([name]) => name !== '__name__');
  return said.length === 0 ? '' : `{${said.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(',')}}`;
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000);
