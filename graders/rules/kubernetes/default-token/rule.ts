import { titleOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';
import { perFile } from '../per-file.ts';
import { objectNamed } from '../worlds.ts';

export default rule({
  id: 'kubernetes/default-token',
  severity: 'info',
  production: true,
  title: { es: 'Un token de la API que quizá nadie usa', en: 'A token for the API that perhaps nobody uses' },
  related: ['default-service-account', 'automountServiceAccountToken', 'CKV_K8S_38', 'CKV_K8S_43'],
  over: 'manifests',
  messages: {
    mounted: {
      es: 'Los pods de {names} llevan el token de la ServiceAccount `default`. Si no llaman a la API de Kubernetes, `automountServiceAccountToken: false`; si la llaman, una cuenta propia.',
      en: 'The pods of {names} carry the token of the ServiceAccount `default`. If they do not call the API of Kubernetes, `automountServiceAccountToken: false`; if they do, an account of their own.',
    },
  },
  check(manifests, say) {
    const mounted = podTemplatesOf(manifests).filter(({ namespace, spec }) => {
      const account = spec.serviceAccountName || spec.serviceAccount || 'default';
      if (account !== 'default' || spec.automountServiceAccountToken === false) return false;
      const written = objectNamed(manifests, { group: '', kind: 'ServiceAccount', namespace, name: 'default' });
      const byAccount = (written?.data as { automountServiceAccountToken?: unknown } | undefined)
        ?.automountServiceAccountToken;
      return spec.automountServiceAccountToken === true || byAccount !== false;
    });
    for (const { first, names } of perFile(mounted)) say('mounted', titleOf(first.owner), { names });
  },
});
