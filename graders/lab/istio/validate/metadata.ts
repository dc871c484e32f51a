import { own } from '../../../core/own.ts';
import { type Block, textIn } from './blocks.ts';
import type { Judged } from './judged.ts';

const internal = [
  'internal.istio.io/webhook-always-reject',
  'internal.istio.io/parents',
  'internal.istio.io/parent-namespace',
];

/** Annotations that decide whether an object is taken. @see https://istio.io/latest/docs/reference/config/annotations/ */
export function checkMetadata(spec: Block, judged: Judged): void {
  const { owner } = judged;
  const annotations = (owner.metadata as { annotations?: Block } | undefined)?.annotations ?? {};
  const name = internal.find((one) => own(annotations, one) !== undefined);
  if (name !== undefined) judged.refuse('internalAnnotation', judged.key(annotations, name), { name });
  const value = annotations['istio.io/dry-run'];
  if (typeof value !== 'string') return;
  const at = judged.at(annotations, 'istio.io/dry-run');
  const acts = ['', 'ALLOW', 'DENY'].includes(textIn(spec, 'action'));
  if (owner.kind !== 'AuthorizationPolicy' || !acts) judged.refuse('dryRunAction', at, {});
  else if (!/^(?:1|0|t|f|true|false|TRUE|FALSE|True|False|T|F)$/.test(value)) judged.refuse('dryRun', at, { value });
}
