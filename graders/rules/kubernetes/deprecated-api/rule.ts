import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { retiredApi } from '../retired-apis.ts';

export default rule({
  id: 'kubernetes/deprecated-api',
  severity: 'warning',
  title: { es: 'Este tipo de objeto va a desaparecer', en: 'This kind of object is going away' },
  over: 'manifests',
  messages: {
    replaced: {
      es: '`{kind}` está en desuso desde Kubernetes {deprecated}. Usa {successor}.',
      en: '`{kind}` is deprecated since Kubernetes {deprecated}. Use {successor}.',
    },
  },
  check({ resources }, say) {
    for (const resource of resources) {
      const { apiVersion, kind } = resource;
      const retired = retiredApi(apiVersion, kind);
      if (retired?.successor === undefined || retired.removed !== undefined) continue;
      const { deprecated, successor } = retired;
      say('replaced', placeOf(resource, resource.data, 'kind'), { kind, deprecated, successor });
    }
  },
});
