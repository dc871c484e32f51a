import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import type { Hop } from '../../core/trace.ts';
import type { Asked } from './asked.ts';
import { denied } from './findings.ts';
import { ruleOf } from './refusal.ts';

/** Which rule denied a request, or what the one asks for that came nearest to allowing it. */
export function deniedFinding(asked: Asked): Finding {
  const { request, from, because, trace } = asked;
  const at = asked.deciding('authorization');
  const last = (...messages: readonly string[]) =>
    trace.hops.findLast(({ message }) => messages.some((one) => message === `mesh/${one}`));
  const wide = last('policyForNamespace', 'policyForMesh');
  const said = last('deniedBy', 'ruleMisses', 'ruleLacksFact', 'ruleLacksIdentity');
  const facts = { request, from };
  if (said?.message === 'mesh/deniedBy') return finding(denied, 'byRule', at, { ...facts, ...ruleOf(said) }, because);
  const policy = trace.outcome.authorization.policy ?? '';
  if (!said) return finding(denied, wide ? 'nothingAnywhere' : 'nothing', at, { ...facts, policy }, because);
  const nearest = { ...facts, ...ruleOf(said), field: said.data.field ?? '', wanted: said.data.wanted ?? [] };
  return finding(denied, wide ? 'unscoped' : 'nearest', at, { ...nearest, found: foundIn(said) }, because);
}

function foundIn({ message, data }: Hop): Json {
  return missing[message] ?? `\`${String(data.found)}\``;
}

const missing: Readonly<Record<string, Text>> = {
  'mesh/ruleLacksFact': { es: 'nada, porque no lo trae', en: 'nothing, as it carries none' },
  'mesh/ruleLacksIdentity': {
    es: 'nada, porque llega sin mTLS y no se sabe quién llama',
    en: 'nothing, as it comes without mTLS and nobody knows who calls',
  },
};
