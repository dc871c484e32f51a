import { own } from '../../../core/own.ts';
import { isSet } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, entriesIn, numberIn, textIn } from './blocks.ts';
import type { Judged } from './judged.ts';
import { checkScope } from './policy-scope.ts';

/** @see https://istio.io/latest/docs/reference/config/telemetry/ */
export function checkTelemetry(spec: Block, judged: Judged): void {
  checkScope(spec, judged);
  for (const metrics of blocksIn(spec, 'metrics')) {
    checkProviders(metrics, judged);
    for (const override of blocksIn(metrics, 'overrides')) checkOverride(override, judged);
  }
  const tracing = blocksIn(spec, 'tracing');
  if (tracing.length > 1) judged.warn('manyTracings', judged.key(spec, 'tracing'), { field: 'tracing' });
  for (const one of tracing) checkTracing(one, judged);
  for (const log of blocksIn(spec, 'accessLogging')) {
    checkProviders(log, judged);
    const filter = blockIn(log, 'filter');
    if (filter && textIn(filter, 'expression') === '')
      judged.refuse('missing', judged.key(log, 'filter'), { field: 'expression' });
  }
}

function checkProviders(holder: Block, judged: Judged): void {
  const without = blocksIn(holder, 'providers').find((provider) => textIn(provider, 'name') === '');
  if (without) judged.refuse('emptyProvider', judged.at(without), {});
}

function checkOverride(override: Block, judged: Judged): void {
  for (const [name, tag] of entriesIn(override, 'tagOverrides')) {
    const operation = textIn(tag, 'operation') || 'UPSERT';
    if ((operation === 'UPSERT') === (textIn(tag, 'value') === ''))
      judged.refuse('tagValue', judged.key(blockIn(override, 'tagOverrides'), name), { name, operation });
  }
  const match = blockIn(override, 'match');
  if (match?.customMetric === '')
    judged.refuse('emptyBlock', judged.at(match, 'customMetric'), { field: 'customMetric' });
}

function checkTracing(tracing: Block, judged: Judged): void {
  if (blocksIn(tracing, 'providers').length > 1)
    judged.warn('manyTracings', judged.key(tracing, 'providers'), { field: 'providers' });
  checkProviders(tracing, judged);
  const field = 'randomSamplingPercentage';
  const value = numberIn(tracing, field);
  if (value < 0 || value > 100) judged.refuse('percent', judged.at(tracing, field), { field, value });
  for (const [name, tag] of entriesIn(tracing, 'customTags')) {
    if (name === '') judged.refuse('emptyTag', judged.key(blockIn(tracing, 'customTags'), name), {});
    const kind = ['literal', 'header', 'environment'].find((one) => isSet(own(tag, one)));
    if (kind === undefined) continue;
    const source = blockIn(tag, kind);
    if (textIn(source, kind === 'literal' ? 'value' : 'name') === '')
      judged.refuse('customTag', judged.key(blockIn(tracing, 'customTags'), name), { name });
  }
}

/** @see https://istio.io/latest/docs/reference/config/networking/proxy-config/ */
export function checkProxyConfig(spec: Block, judged: Judged): void {
  checkScope(spec, judged);
  if (numberIn(spec, 'concurrency') < 0)
    judged.refuse('negative', judged.at(spec, 'concurrency'), { field: 'concurrency' });
}
