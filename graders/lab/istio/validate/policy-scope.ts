import { text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, isGiven, textIn } from './blocks.ts';
import type { Judged } from './judged.ts';

/** Where a policy applies: some pods by label, or some Gateways and Services by reference, not both. */
export function checkScope(spec: Block, judged: Judged): void {
  const selector = blockIn(spec, 'selector');
  const targets = blockIn(spec, 'targetRef');
  if (selector && (targets || isGiven(spec, 'targetRefs')))
    judged.refuse('selectorAndTargets', judged.key(spec, 'selector'), {});
  else if (targets && isGiven(spec, 'targetRefs'))
    judged.refuse('together', judged.key(spec, 'targetRefs'), { field: 'targetRef', other: 'targetRefs' });
  checkSelector(spec, 'selector', judged);
  for (const target of [...(targets ? [targets] : []), ...blocksIn(spec, 'targetRefs')]) checkTarget(target, judged);
}

/** A selector by labels, which are compared whole. */
export function checkSelector(spec: Block, field: string, judged: Judged): void {
  const selector = blockIn(spec, field);
  if (!selector) return;
  const labels = blockIn(selector, 'matchLabels') ?? blockIn(selector, 'labels') ?? {};
  for (const [key, value] of Object.entries(labels)) {
    if (value === null) continue;
    if (key === '') judged.refuse('selectorKey', judged.at(labels, key), {});
    if (key.includes('*') || (typeof value === 'string' && value.includes('*')))
      judged.refuse('wildcardSelector', judged.at(labels, key), { key });
  }
  if (Object.values(labels).every((value) => value === null)) judged.warn('emptySelector', judged.key(spec, field), {});
}

/** What a policy may be bound to. @see https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference */
const allowed: readonly string[] = [
  '/Service',
  'networking.istio.io/ServiceEntry',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/GatewayClass',
];

function checkTarget(target: Block, judged: Judged): void {
  const kind = textIn(target, 'kind');
  const group = textIn(target, 'group') === 'core' ? '' : textIn(target, 'group');
  if (textIn(target, 'name') === '') judged.refuse('missing', judged.at(target), { field: 'name' });
  if (text(target.namespace) !== undefined) judged.refuse('targetNamespace', judged.key(target, 'namespace'), {});
  if (allowed.includes(`${group}/${kind}`)) return;
  const known = allowed.find((one) => one.endsWith(`/${kind}`));
  if (known === undefined) judged.refuse('targetKind', judged.at(target, 'kind'), { kind });
  else {
    const right = known.slice(0, known.indexOf('/')) || '""';
    judged.refuse('targetGroup', judged.at(target, text(target.group) === undefined ? 'kind' : 'group'), {
      kind,
      group: right,
    });
  }
}
