import type { Json } from '../../../../core/json.ts';
import type { Part } from '../../part.ts';
import { isRefused } from '../istio-validation/part.ts';
import { make } from './make.ts';

interface Said {
  readonly refused: boolean;
  readonly reason?: string;
}

export const gatewayApiValidation: Part = {
  name: 'gateway-api-validation',
  what: 'Gateways, routes and grants that the definitions of the Gateway API refuse',
  upstream: 'https://github.com/kubernetes-sigs/gateway-api/tree/v1.6.0/config/crd/experimental',
  make,
  answer: (input: Json) => isRefused(input),
  heard: ({ refused }: Said) => refused,
  kindOf: ({ kind }: { readonly kind: string }, ours: boolean) =>
    `${kind}: ${ours ? 'refused here only' : 'admitted here only'}`,
  deviations: [],
};
