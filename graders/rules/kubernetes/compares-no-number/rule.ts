import { nodeExpressionsOf } from '../../../lab/cluster/index.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { text, texts } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/compares-no-number',
  severity: 'warning',
  title: { es: 'La condición no la cumple ningún nodo', en: 'No node fulfils the condition' },
  over: 'manifests',
  messages: {
    value: {
      es: '`{operator}` compara números enteros y `{value}` no lo es: la API lo acepta, y ningún nodo lo cumple.',
      en: '`{operator}` compares whole numbers and `{value}` is none: the API takes it, and no node fulfils it.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      for (const expression of nodeExpressionsOf(template.spec)) {
        const operator = text(expression.operator) ?? '';
        const [value, ...more] = texts(expression.values as readonly string[]);
        if (!/^[GL]t$/.test(operator) || value === undefined || more.length > 0 || /^[+-]?\d+$/.test(value)) continue;
        say('value', placeOf(template.owner, expression, 'values'), { operator, value });
      }
    }
  },
});
