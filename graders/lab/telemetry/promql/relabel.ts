import { own } from '../../../core/own.ts';
import { re2 } from '../../../core/re2/re2.ts';
import { refused, unmodelled } from './expression.ts';
import { distinct, type Labels, type Sample, without } from './value.ts';

/** Characters: a longer one only keeps the page busy. */
const longestPattern = 500;

/** A pattern that must match a whole text. @throws QueryRefused for one that RE2 refuses or that is too long */
export function wholePattern(pattern: string) {
  if (pattern.length > longestPattern) throw unmodelled('=~');
  const read = re2(pattern);
  if (!read) throw refused('bad-regex', pattern);
  return read;
}

/**
 * `label_replace`: where the pattern matches a whole label, another one takes what the replacement says (`$1` is the first
 * group). An empty label is no label.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#label_replace
 */
export function replaced(samples: readonly Sample[], texts: readonly string[]): readonly Sample[] {
  const [target = '', replacement = '', source = '', pattern = ''] = texts;
  const whole = wholePattern(`^(?s:${pattern})$`);
  if (/\$(?!\d\b|\{\d\}|\$)/.test(replacement)) throw unmodelled(`label_replace(… "${replacement}" …)`);
  const filled = replacement
    .replaceAll('\\', '\\\\')
    .replace(/\$(?:\$|\{(\d)\}|(\d))/g, (_, braced, bare) => (braced || bare ? `\\${braced ?? bare}` : '$'));
  const relabelled = samples.map(({ labels, value }) => {
    const before = own(labels, source) ?? '';
    return whole.matches(before)
      ? { labels: set(labels, target, whole.replaceFirst(before, filled)), value }
      : { labels, value };
  });
  return distinct(relabelled, 'label_replace');
}

/** `label_join`: a label takes the values of others, with a separator between them. */
export function joined(samples: readonly Sample[], texts: readonly string[]): readonly Sample[] {
  const [target = '', separator = '', ...sources] = texts;
  return distinct(
    samples.map(({ labels, value }) => ({
      labels: set(labels, target, sources.map((name) => own(labels, name) ?? '').join(separator)),
      value,
    })),
    'label_join',
  );
}

const set = (labels: Labels, name: string, value: string): Labels =>
  value === '' ? without(labels, [name]) : { ...labels, [name]: value };
