import type { Part } from './part.ts';
import { dockerfile } from './parts/dockerfile/part.ts';
import { dockerignore } from './parts/dockerignore.ts';
import { istioRoutes } from './parts/istio-routes/part.ts';
import { istioValidation } from './parts/istio-validation/part.ts';
import { podSecurity } from './parts/pod-security.ts';
import { promql } from './parts/promql/part.ts';
import { quantities } from './parts/quantities.ts';
import { selectors } from './parts/selectors.ts';

/** Everything that is compared with upstream, in the order of the table. */
export const parts: readonly Part[] = [
  quantities,
  selectors,
  podSecurity,
  istioValidation,
  istioRoutes,
  promql,
  dockerfile,
  dockerignore,
];
