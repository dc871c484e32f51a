import { verdictOf, webhookWarnings } from '../../../lab/istio/index.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/webhook-warning',
  severity: 'warning',
  title: { es: 'Istio admite el objeto, pero avisa', en: 'Istio takes the object, but warns' },
  related: ['IST0133', 'IST0134'],
  over: 'manifests',
  codes: {
    ...Object.fromEntries(Object.keys(webhookWarnings).map((key) => [key, ['IST0133']])),
    tcpAddresses: ['IST0133', 'IST0134'],
  },
  messages: webhookWarnings,
  check({ resources }, say) {
    for (const resource of resources) {
      for (const { key, at, data } of verdictOf(resource).warnings) say(key, at, data as never);
    }
  },
});
