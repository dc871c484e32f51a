import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { rule } from '../../rule.ts';

const fields = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export default rule({
  id: 'kubernetes/host-namespaces',
  severity: 'warning',
  title: { es: 'El pod comparte los espacios del nodo', en: 'The pod shares the namespaces of the node' },
  related: ['host-network', 'host-pid', 'host-ipc', 'CKV_K8S_17', 'CKV_K8S_18', 'CKV_K8S_19', 'hostNetworkSet'],
  over: 'manifests',
  messages: {
    hostNetwork: {
      es: '`hostNetwork: true`: el pod usa la red del nodo, ve su tráfico local y se salta las NetworkPolicy.',
      en: '`hostNetwork: true`: the pod uses the network of the node, sees its local traffic and bypasses NetworkPolicies.',
    },
    hostPID: {
      es: '`hostPID: true`: el pod ve los procesos del nodo, con sus argumentos y variables.',
      en: '`hostPID: true`: the pod sees the processes of the node, with their arguments and variables.',
    },
    hostIPC: {
      es: '`hostIPC: true`: el pod comparte la memoria entre procesos del nodo.',
      en: '`hostIPC: true`: the pod shares the inter-process memory of the node.',
    },
  },
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests)) {
      for (const field of fields) if (spec[field] === true) say(field, placeOf(owner, spec, field), {});
    }
  },
});
