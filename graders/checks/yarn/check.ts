import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import { type Hop, says, type Trace } from '../../core/trace.ts';
import { type Launch, type LaunchOutcome, launch } from '../../lab/hadoop/index.ts';
import { hops } from '../../lab/hadoop/yarn/hops.ts';
import type { SettingsFile } from '../../parse/settings/setting.ts';
import { checkKind, type Verdict } from '../check.ts';
import { sentencesOf } from '../say.ts';
import type { Submission } from '../submission.ts';
import { elsewhere, exposed, failed } from './findings.ts';
import type { Forbidden, Params } from './params.ts';

export default checkKind<Params>({
  kind: 'yarn',
  title: { es: 'Las tareas del trabajo se ejecutan en Docker', en: 'The tasks of the job run in Docker' },
  check(params, submission): Verdict {
    const asked = launchOf(params, submission);
    if (params.forbidden) return { findings: params.forbidden.flatMap((one) => allowed(asked, one)) };
    const trace = launch(asked);
    return { findings: problemsOf(trace, asked.job.at), trace: { hops: trace.hops, outcome: null } };
  },
});

/** A decision about containers of YARN, in words. */
export const sentenceOf = sentencesOf(hops);

function launchOf(params: Params, { settings }: Submission): Launch {
  const { site = 'yarn-site.xml', executor = 'container-executor.cfg', job = 'trabajo.xml' } = params;
  const { submitter, host, images } = params;
  return { site: settings(site), executor: settings(executor), job: settings(job), submitter, host, images };
}

const kinds = { master: 'ApplicationMaster', map: 'map', reduce: 'reduce' } as const;

function problemsOf({ hops: told, outcome }: Trace<LaunchOutcome>, whole: Span): readonly Finding[] {
  const trace = { hops: told, outcome: null };
  const last = told.at(-1);
  const at = last?.at ?? whole;
  const reason = sentenceOf(last);
  if (says(last, hops, 'localJob')) return [finding(elsewhere, 'local', at, { reason }, trace)];
  if (outcome.nodeManager === 'down') return [finding(failed, 'nodeManager', at, { reason }, trace)];
  const broken = (['master', 'map', 'reduce'] as const).find((kind) => outcome[kind] === 'failed');
  if (broken) return [finding(failed, 'container', at, { kind: kinds[broken], reason }, trace)];
  return (['map', 'reduce'] as const).flatMap((kind) => {
    if (outcome[kind] === 'docker') return [];
    const decision = told.find((one) => says(one, hops, 'onHost', 'notObeyed') && one.data.kind === kinds[kind]);
    const place = decision?.at ?? whole;
    return [finding(elsewhere, 'host', place, { kind: kinds[kind], reason: sentenceOf(decision) }, trace)];
  });
}

/** What the settings let another job do. */
function allowed(asked: Launch, { text, setting, env }: Forbidden): readonly Finding[] {
  const { hops: told, outcome } = launch({ ...asked, job: withEnvironment(asked.job, env) });
  if (outcome.map !== 'docker') return [];
  const decision = told.findLast((one: Hop) => says(one, hops, 'launched') && one.data.kind === kinds.map);
  const decisive = asked.executor.settings.find(({ section, name }) => section === 'docker' && name === setting);
  const at = decisive?.valueAt ?? asked.executor.at;
  const trace = { hops: told, outcome: null };
  return [finding(exposed, 'launched', at, { asked: text, reason: sentenceOf(decision) }, trace)];
}

function withEnvironment(job: SettingsFile, env: Readonly<Record<string, string>>): SettingsFile {
  const more = Object.entries(env).map(([name, value]) => ({
    name: `mapreduce.map.env.${name}`,
    value,
    written: value,
    nameAt: job.at,
    valueAt: job.at,
  }));
  return { ...job, settings: [...job.settings, ...more] };
}
