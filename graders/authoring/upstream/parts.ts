import type { Part } from './part.ts';
import { autoscaler } from './parts/autoscaler.ts';
import { dockerfile } from './parts/dockerfile/part.ts';
import { dockerfileLint } from './parts/dockerfile-lint/part.ts';
import { dockerignore } from './parts/dockerignore.ts';
import { gatewayApi } from './parts/gateway-api/part.ts';
import { gatewayApiValidation } from './parts/gateway-api-validation/part.ts';
import { istioAnalyzers } from './parts/istio-analyzers/part.ts';
import { istioAuthorization } from './parts/istio-authorization/part.ts';
import { istioClientTls } from './parts/istio-client-tls/part.ts';
import { istioGateways } from './parts/istio-gateways/part.ts';
import { istioMtls } from './parts/istio-mtls.ts';
import { istioRoutes } from './parts/istio-routes/part.ts';
import { istioValidation } from './parts/istio-validation/part.ts';
import { podSecurity } from './parts/pod-security.ts';
import { promql } from './parts/promql/part.ts';
import { quantities } from './parts/quantities.ts';
import { scheduler } from './parts/scheduler.ts';
import { selectors } from './parts/selectors.ts';
import { validation } from './parts/validation.ts';

/** Everything that is compared with upstream, in the order of the table. */
export const parts: readonly Part[] = [
  quantities,
  selectors,
  podSecurity,
  validation,
  scheduler,
  autoscaler,
  istioValidation,
  istioRoutes,
  istioGateways,
  gatewayApi,
  gatewayApiValidation,
  istioAuthorization,
  istioMtls,
  istioClientTls,
  istioAnalyzers,
  promql,
  dockerfile,
  dockerfileLint,
  dockerignore,
];
