import type { Text } from '../../core/text.ts';
import { milliValue } from '../../model/workloads/quantities.ts';
import type { Autoscaler } from './simulated.ts';

/** A slip that would explain why an autoscaler is not where it is expected; nothing where it has made none of these. */
export function hint(
  { data: { spec } }: Autoscaler,
  {
    replicas,
    requested,
    wanted,
  }: { readonly replicas: number; readonly requested: number; readonly wanted: 'more' | 'fewer' },
): Text | '' {
  const [metric] = spec?.metrics ?? [];
  const source = metric?.resource ?? metric?.containerResource;
  if (wanted === 'fewer') return '';
  if (spec?.minReplicas === undefined && replicas === 1) {
    return { es: ' Sin `minReplicas`, el mínimo es 1.', en: ' Without `minReplicas` the least is 1.' };
  }
  if (source && source.name !== 'cpu') {
    const { name } = source;
    return {
      es: ` La métrica mira \`${name}\`, y lo que sube es la CPU.`,
      en: ` The metric looks at \`${name}\`, and what rises is CPU.`,
    };
  }
  const average = source?.target.averageValue;
  if (average === undefined || (milliValue(average) ?? 0) < requested * 10) return '';
  return {
    es: ` \`${average}\` son núcleos enteros; las milésimas llevan una «m»: \`${average}m\`.`,
    en: ` \`${average}\` are whole cores; thousandths are written with an "m": \`${average}m\`.`,
  };
}
