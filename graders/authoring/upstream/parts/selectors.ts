import type { Json } from '../../../core/json.ts';
import { selects } from '../../../lab/cluster/index.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';

const keys = ['app', 'tier', 'example.com/version', 'constructor', 'toString'] as const;
const values = ['web', 'db', 'v1', 'v2', ''] as const;

interface Input {
  readonly selector: Json;
  readonly labels: Readonly<Record<string, string>>;
}

function make(random: Random): Json {
  const map = () => Object.fromEntries(random.some(keys, 0.5).map((key) => [key, random.pick(values)]));
  const requirement = (): Json => {
    const operator = random.pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
    const asks = operator === 'In' || operator === 'NotIn';
    const wanted = asks ? [random.pick(values), ...random.some(values, 0.3)] : [];
    return { key: random.pick(keys), operator, ...(asks || random.chance(0.2) ? { values: wanted } : {}) };
  };
  const selector = random.chance(0.05)
    ? null
    : {
        ...(random.chance(0.6) && { matchLabels: map() }),
        ...(random.chance(0.6) && { matchExpressions: random.list(3, requirement) }),
      };
  return { selector, labels: map() };
}

export const selectors: Part = {
  name: 'selectors',
  what: 'label selectors',
  upstream: 'https://pkg.go.dev/k8s.io/apimachinery/pkg/apis/meta/v1#LabelSelectorAsSelector',
  make,
  answer: ({ selector, labels }: Input) => selects(selector, labels),
  deviations: [],
};
