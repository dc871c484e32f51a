import { parseQuantity } from '../../../model/workloads/quantities.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';

const suffixes = ['', '', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const wrong = ['K', 'mi', 'gb', 'MB', ' ', 'i', 'e', 'E+', '.', '-', '%', 'ki', 'g', '_'];

function make(random: Random): string {
  const digits = (most: number) => Array.from({ length: random.between(0, most) }, () => random.between(0, 9)).join('');
  const number = `${random.pick(['', '', '', '', '+', '-'])}${digits(random.pick([1, 2, 4, 7, 12]))}${random.pick(['', '', '.', `.${digits(4)}`, `.${digits(12)}`])}`;
  if (random.chance(0.15)) return `${number}${random.pick(['e', 'E'])}${random.pick(['', '+', '-'])}${digits(2)}`;
  const text = `${number}${random.chance(0.1) ? random.pick(wrong) : random.pick(suffixes)}`;
  if (!random.chance(0.08)) return text;
  const at = random.between(0, text.length);
  return text.slice(0, at) + random.pick([...wrong, '1', 'x']) + text.slice(at);
}

export const quantities: Part = {
  name: 'quantities',
  what: 'resource quantities, as billionths of their unit',
  upstream: 'https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#ParseQuantity',
  make,
  answer: (text: string) => parseQuantity(text)?.toString() ?? null,
  deviations: [
    {
      name: 'an exponent beyond 400 counts as 400, so that no text makes a number of any length',
      page: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
      input: '1e401',
      covers: (text: string) => Number(/[eE]\+?(\d+)$/.exec(text)?.[1]) > 400,
    },
  ],
};
