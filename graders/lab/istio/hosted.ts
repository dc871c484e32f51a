import type { DestinationRule } from '../../model/mesh/destination-rule.ts';
import type { VirtualService } from '../../model/mesh/virtual-service.ts';
import type { ProxyRoute } from './route/routes.ts';
import type { Refusal } from './validate/validate.ts';

/** A VirtualService with the full hosts it decides about. */
export interface HostedVirtualService {
  readonly config: VirtualService;
  readonly hosts: readonly string[];
  /** Its HTTP routes with delegates opened. */
  routes(): readonly ProxyRoute[];
  /** Why the API refuses it, if it does: then it does not exist for the mesh. */
  problem(): Refusal | undefined;
}

/** A DestinationRule with the full host it is for. */
export interface HostedDestinationRule {
  readonly config: DestinationRule;
  readonly host: string;
}
