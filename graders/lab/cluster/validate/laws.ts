import { affinityLaw } from './affinity.ts';
import { autoscalerLaw } from './autoscaler/autoscaler.ts';
import { claimLaw } from './claim.ts';
import { containerLaw } from './container.ts';
import { dataKeyLaw } from './data-key.ts';
import { declaredVolumeLaw } from './declared-volume.ts';
import { disruptionBudgetLaw } from './disruption-budget.ts';
import { endpointsLaw } from './endpoints.ts';
import { envLaw } from './env.ts';
import { hostPortLaw } from './host-port.ts';
import { ingressLaw } from './ingress.ts';
import { jobLaw } from './job.ts';
import { labelLaw } from './label.ts';
import type { Judge } from './law.ts';
import { limitRangeLaw } from './limit-range.ts';
import { metadataLaw } from './metadata.ts';
import { nameLaw } from './name.ts';
import { negativeQuantityLaw } from './negative-quantity.ts';
import { networkPolicyLaw } from './network-policy.ts';
import { nodeLaw } from './node.ts';
import { nodePortLaw } from './node-port.ts';
import { persistentVolumeLaw } from './persistent-volume.ts';
import { podFieldLaw } from './pod-field.ts';
import { portLaw } from './port.ts';
import { probeLaw } from './probe.ts';
import { quotaLaw } from './quota.ts';
import { repeatedPortLaw } from './repeated-port.ts';
import { requestLimitLaw } from './request-limit.ts';
import { resourcesLaw } from './resources.ts';
import { restartPolicyLaw } from './restart-policy.ts';
import { roleBindingLaw } from './role-binding.ts';
import { roleRuleLaw } from './role-rule.ts';
import { rolloutLaw } from './rollout.ts';
import { scheduleLaw } from './schedule/schedule.ts';
import { secretLaw } from './secret.ts';
import { securityContextLaw } from './security-context.ts';
import { selectorLaw } from './selector.ts';
import { serviceLaw } from './service.ts';
import { storageLaw } from './storage.ts';
import { templateSelectorLaw } from './template-selector.ts';
import { tolerationLaw } from './toleration.ts';
import { volumeLaw } from './volume.ts';
import { volumeMountLaw } from './volume-mount.ts';

/** Everything the API server minds, beyond the shape of an object. */
export const laws: readonly Judge[] = [
  affinityLaw,
  autoscalerLaw,
  claimLaw,
  containerLaw,
  dataKeyLaw,
  declaredVolumeLaw,
  disruptionBudgetLaw,
  endpointsLaw,
  envLaw,
  hostPortLaw,
  ingressLaw,
  jobLaw,
  labelLaw,
  limitRangeLaw,
  metadataLaw,
  nameLaw,
  negativeQuantityLaw,
  networkPolicyLaw,
  nodeLaw,
  nodePortLaw,
  persistentVolumeLaw,
  podFieldLaw,
  portLaw,
  probeLaw,
  quotaLaw,
  repeatedPortLaw,
  requestLimitLaw,
  resourcesLaw,
  restartPolicyLaw,
  roleBindingLaw,
  roleRuleLaw,
  rolloutLaw,
  scheduleLaw,
  secretLaw,
  securityContextLaw,
  selectorLaw,
  serviceLaw,
  storageLaw,
  templateSelectorLaw,
  tolerationLaw,
  volumeLaw,
  volumeMountLaw,
];

export {
  affinityLaw,
  autoscalerLaw,
  claimLaw,
  containerLaw,
  dataKeyLaw,
  declaredVolumeLaw,
  disruptionBudgetLaw,
  endpointsLaw,
  envLaw,
  hostPortLaw,
  ingressLaw,
  jobLaw,
  labelLaw,
  limitRangeLaw,
  metadataLaw,
  nameLaw,
  negativeQuantityLaw,
  networkPolicyLaw,
  nodeLaw,
  nodePortLaw,
  persistentVolumeLaw,
  podFieldLaw,
  portLaw,
  probeLaw,
  quotaLaw,
  repeatedPortLaw,
  requestLimitLaw,
  resourcesLaw,
  restartPolicyLaw,
  roleBindingLaw,
  roleRuleLaw,
  rolloutLaw,
  scheduleLaw,
  secretLaw,
  securityContextLaw,
  selectorLaw,
  serviceLaw,
  storageLaw,
  templateSelectorLaw,
  tolerationLaw,
  volumeLaw,
  volumeMountLaw,
};
