import { differencesOfIstio } from './istio.ts';
import { differencesOfLinkerd } from './linkerd.ts';
import type { Subject } from './report.ts';

export const subjects: readonly Subject[] = [
  {
    name: 'istio',
    profiles: ['GATEWAY-HTTP', 'GATEWAY-GRPC', 'GATEWAY-TLS', 'MESH-HTTP'],
    differences: differencesOfIstio,
  },
  { name: 'linkerd', profiles: ['MESH-HTTP'], differences: differencesOfLinkerd },
];
