import type { RouteDestination } from '../../../model/mesh/route-destination.ts';

/** A destination and its part of the traffic of its route. */
export interface Weighted {
  readonly destination: RouteDestination;
  readonly weight: number;
  readonly sum: number;
  /** From 0 to 1. */
  readonly share: number;
}

/**
 * How a route spreads its traffic. A weight is a share of the sum of the weights, which need not be 100; a single
 * destination takes everything whatever its weight; destinations of weight 0 take nothing.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination
 */
export function weigh(destinations: readonly RouteDestination[]): readonly Weighted[] {
  const [only, ...others] = destinations;
  if (only && others.length === 0) return [{ destination: only, weight: 1, sum: 1, share: 1 }];
  const sum = destinations.reduce((total, { weight = 0 }) => total + Math.max(weight, 0), 0);
  return destinations.flatMap((destination) => {
    const weight = destination.weight ?? 0;
    return weight > 0 ? [{ destination, weight, sum, share: weight / sum }] : [];
  });
}
