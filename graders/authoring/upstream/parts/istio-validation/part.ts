import type { Json } from '../../../../core/json.ts';
import { verdictOf } from '../../../../lab/istio/index.ts';
import { readManifests } from '../../../../model/manifests/read.ts';
import { parseYaml } from '../../../../parse/yaml/yaml.ts';
import { validate } from '../../../../schema/validate.ts';
import type { Part } from '../../part.ts';
import type { Random } from '../../random.ts';
import { type Fields, made } from './made.ts';
import { mutate } from './mutate.ts';
import { kinds } from './schemas.ts';
import { settle } from './settle.ts';
import { kindsOf, unique } from './warnings.ts';

interface Input {
  readonly kind: string;
  readonly spec: Json;
}

interface Said {
  readonly refused: boolean;
  readonly warnings: readonly string[];
  readonly reason?: string;
}

function make(random: Random): Json {
  const { apiVersion, kind, spec: schema } = random.pick(kinds);
  const spec = made(random, schema, 'spec', 0) as Fields;
  settle(random, kind, spec);
  const changes = random.pick([0, 1, 1, 1, 1, 1, 2]);
  for (let change = 0; change < changes; change++) mutate(random, spec, schema);
  const dryRun = random.maybe(0.02, () => ({ annotations: { 'istio.io/dry-run': random.pick(['true', 'x']) } }));
  return { apiVersion, kind, metadata: { name: 'a', namespace: 'shop', ...dryRun }, spec };
}

function judge(input: Json) {
  const { resources, findings } = readManifests(parseYaml({ path: 'a.yaml', text: JSON.stringify(input) }), 'answer');
  const errors = [...findings, ...resources.flatMap(validate)].filter(({ severity }) => severity === 'error');
  const verdicts = resources.map(verdictOf);
  return { verdicts, refused: errors.length > 0 || verdicts.some(({ refusals }) => refusals.length > 0) };
}

/** Whether an object is refused by its schema or by what else is said of it. */
export const isRefused = (input: Json): boolean => judge(input).refused;

function answer(input: Json): Json {
  const { verdicts, refused } = judge(input);
  const warnings = refused ? [] : unique(verdicts.flatMap((one) => one.warnings.map(({ key }) => key)));
  return { refused, warnings };
}

function warningsApart(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const missing = theirs.filter((one) => !ours.includes(one)).map((one) => `no warning ${one}`);
  return [...missing, ...ours.filter((one) => !theirs.includes(one)).map((one) => `warning ${one} here only`)];
}

export const istioValidation: Part = {
  name: 'istio-validation',
  what: "what Istio's definitions and webhook refuse, and of what they warn",
  upstream: 'https://github.com/istio/istio/tree/release-1.31/pkg/config/validation',
  make,
  answer,
  heard: ({ refused, warnings }: Said) => ({ refused, warnings: kindsOf(warnings) }),
  kindOf: ({ kind }: Input, timonel: Said, upstream: Said) => {
    if (timonel.refused !== upstream.refused)
      return `${kind}: ${timonel.refused ? 'refused here only' : 'admitted here only'}`;
    return `${kind}: ${warningsApart(timonel.warnings, kindsOf(upstream.warnings)).join(', ')}`;
  },
  deviations: [
    {
      name: 'warnings about what is inside a subset or a fault are told: the webhook loses them on the way',
      page: 'https://github.com/istio/istio/blob/release-1.31/pkg/config/validation/validation.go',
      input: {
        apiVersion: 'networking.istio.io/v1',
        kind: 'DestinationRule',
        metadata: { name: 'a', namespace: 'shop' },
        spec: { host: 'a', subsets: [{ name: 'b', trafficPolicy: { outlierDetection: { consecutiveErrors: 2 } } }] },
      },
      covers: ({ kind }: Input, upstream: Said, timonel: Said) => {
        if (timonel.refused || upstream.refused) return false;
        const lost = kind === 'VirtualService' ? /^warning abortWithoutStatus here only$/ : /^warning \w+ here only$/;
        const apart = warningsApart(timonel.warnings, kindsOf(upstream.warnings));
        return ['DestinationRule', 'VirtualService'].includes(kind) && apart.every((one) => lost.test(one));
      },
    },
    {
      name: 'expressions (CEL) of Telemetry filters are not parsed',
      page: 'https://istio.io/latest/docs/reference/config/telemetry/#AccessLogging-Filter',
      input: {
        apiVersion: 'telemetry.istio.io/v1',
        kind: 'Telemetry',
        metadata: { name: 'a', namespace: 'shop' },
        spec: { accessLogging: [{ filter: { expression: '.' } }] },
      },
      covers: ({ kind }: Input, { reason = '' }: Said) =>
        kind === 'Telemetry' && reason.includes('valid CEL expression'),
    },
  ],
};
