import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { Hop, Trace } from '../../core/trace.ts';
import { says } from '../../core/trace.ts';
import { hops as hpaHops } from '../../lab/cluster/hpa/hops.ts';
import type { Moment } from '../../lab/cluster/index.ts';
import { fieldSpan, ofKind } from '../../model/manifests/manifests.ts';
import type { Verdict } from '../check.ts';
import { startOf } from '../cluster/place.ts';
import { retell } from '../cluster/retell.ts';
import { drawnKind } from '../drawn/picture.ts';
import type { Submission } from '../submission.ts';
import { decidedBy, storyUntil } from './decided.ts';
import { blind, outOfRange, target as targetFinding } from './findings.ts';
import { hint } from './hint.ts';
import type { Expectation, Limits, Params } from './params.ts';
import { type Autoscaler, branched, drawn, sharing, simulated } from './simulated.ts';

/** Runs the answer's autoscaler against the load and looks at what the users would have noticed. */
export default drawnKind<Params>({
  kind: 'autoscaling',
  title: { es: 'El autoescalador atiende la carga', en: 'The autoscaler serves the load' },
  check(params, submission) {
    const chosen = chosenAutoscaler(params, submission);
    return 'finding' in chosen ? { findings: [chosen.finding] } : underLoad(params, chosen.autoscaler, submission);
  },
  picture(params, submission, branch) {
    const chosen = chosenAutoscaler(params, submission);
    if ('finding' in chosen) return undefined;
    const left = branch?.kind === 'autoscaling' ? branch : undefined;
    const asked = left ? branched(params, left) : params;
    const picture = drawn(chosen.autoscaler, simulated(asked, chosen.autoscaler, submission));
    return left ? sharing(picture, left) : picture;
  },
});

function chosenAutoscaler(
  { target, namespace = 'default' }: Params,
  submission: Submission,
): { readonly autoscaler: Autoscaler } | { readonly finding: Finding } {
  const all = ofKind<IHorizontalPodAutoscaler>(submission.answered(), 'HorizontalPodAutoscaler');
  const [autoscaler, ...others] = all.filter((one) => one.namespace === namespace && actsOn(one.data, target));
  const [second] = others;
  if (second) {
    const at = fieldSpan(second, 'spec', 'scaleTargetRef');
    return { finding: finding(targetFinding, 'several', at, { n: others.length + 1 }) };
  }
  if (autoscaler) return { autoscaler };
  const [wrong] = all;
  if (!wrong) return { finding: finding(targetFinding, 'none', startOf(submission), {}) };
  const { apiVersion = '', kind = '', name = '' } = wrong.data.spec?.scaleTargetRef ?? {};
  const at = astray(wrong, target, namespace);
  if (wrong.namespace !== namespace) {
    const facts = { name: wrong.name, found: wrong.namespace ?? '', wanted: target, namespace };
    return { finding: finding(targetFinding, 'elsewhere', at, facts) };
  }
  const found = [apiVersion, kind, name].filter((part) => part !== '').join('/');
  return { finding: finding(targetFinding, 'other', at, { found, wanted: target }) };
}

/** The line by which an autoscaler acts on something else. */
function astray(autoscaler: Autoscaler, target: string, namespace: string): Span {
  const { kind, name } = autoscaler.data.spec?.scaleTargetRef ?? {};
  if (autoscaler.namespace !== namespace) return fieldSpan(autoscaler, 'metadata', 'namespace');
  const other = kind !== 'Deployment' ? ['kind'] : name !== target ? ['name'] : [];
  return fieldSpan(autoscaler, 'spec', 'scaleTargetRef', ...other);
}

/** The controller finds its target by group, kind and name; the version does not matter, and no group is the core group. */
function actsOn({ spec }: IHorizontalPodAutoscaler, deployment: string): boolean {
  const { apiVersion, kind, name } = spec?.scaleTargetRef ?? {};
  return apiVersion?.startsWith('apps/') === true && kind === 'Deployment' && name === deployment;
}

function underLoad(params: Params, autoscaler: Autoscaler, submission: Submission): Verdict {
  const { moments, hops, requested = 1 } = simulated(params, autoscaler, submission);
  const trace: Trace = { hops: decisive(hops), outcome: moments.at(-1)?.replicas ?? 0 };
  // The first look may only bring the replicas into range.
  if (moments.slice(1).every((moment) => moment.blind)) {
    const at = fieldSpan(autoscaler, 'spec', 'metrics');
    const why = hops.map((hop) => retell(hop, [blind], hop.at ?? at, trace)).find((told) => told !== undefined);
    return { findings: [why ?? finding(blind, 'never', at, {}, trace)], trace };
  }
  const broken = params.expect.flatMap((expected) => judge(expected, moments, requested, autoscaler));
  const [first] = earliest(broken);
  return first ? { findings: [first], ...(first.because && { trace: first.because }) } : { findings: [], trace };
}

/** What goes wrong first tells the story: what comes later may only follow from it. */
function earliest(findings: readonly Finding[]): readonly Finding[] {
  const secondsOf = ({ data }: Finding) => Number(data.seconds);
  const [first, ...others] = findings;
  return first ? [others.reduce((best, one) => (secondsOf(one) < secondsOf(best) ? one : best), first)] : [];
}

/** The first moment of an expectation's stretch that is out of its limits. */
function judge(
  { from, to, because, replicas, utilization }: Expectation,
  moments: readonly Moment[],
  perPod: number,
  autoscaler: Autoscaler,
): Finding[] {
  for (const moment of moments.filter(({ clock }) => clock >= from && clock <= to)) {
    const facts = { seconds: moment.clock, replicas: moment.replicas, because };
    const percent = Math.round((moment.perPod * 100) / perPod);
    const before = moments.filter((one) => one.clock < moment.clock);
    const trace: Trace = { hops: storyUntil(moments, moment), outcome: moment.replicas };
    if (replicas && !isWithin(moment.replicas, replicas)) {
      const wanted = moment.replicas < (replicas.min ?? 0) ? 'more' : 'fewer';
      const at = decidedBy(autoscaler, moment, before, { what: 'replicas', wanted });
      const slip = hint(autoscaler, { replicas: moment.replicas, requested: perPod, wanted });
      return [finding(outOfRange, 'replicas', at, { ...facts, limits: said(replicas, ''), slip }, trace)];
    }
    if (utilization && !isWithin(percent, utilization)) {
      const wanted = percent > (utilization.max ?? percent) ? 'more' : 'fewer';
      const at = decidedBy(autoscaler, moment, before, { what: 'utilization', wanted });
      const slip = hint(autoscaler, { replicas: moment.replicas, requested: perPod, wanted });
      return [
        finding(
          outOfRange,
          'utilization',
          at,
          { ...facts, utilization: percent, limits: said(utilization, ' %'), slip },
          trace,
        ),
      ];
    }
  }
  return [];
}

const isWithin = (value: number, { min = 0, max = Number.POSITIVE_INFINITY }: Limits): boolean =>
  value >= min && value <= max;

function said({ min, max }: Limits, unit: string): Text {
  if (min === undefined) return { es: `como mucho ${max}${unit}`, en: `at most ${max}${unit}` };
  if (max === undefined) return { es: `al menos ${min}${unit}`, en: `at least ${min}${unit}` };
  return { es: `entre ${min} y ${max}${unit}`, en: `between ${min} and ${max}${unit}` };
}

/** The looks that changed something, with what led to them; a story of a hundred looks that held is no story. */
function decisive(hops: readonly Hop[]): readonly Hop[] {
  return hops.filter((hop) => !says(hop, hpaHops, 'held', 'tolerated', 'toleratedShare')).slice(0, 60);
}
