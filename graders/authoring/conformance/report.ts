import { type Case, casesOf, type MeshName } from './cases.ts';
import { gatewayApiVersion, type Profile, profiles } from './profiles.ts';

/** Results of a level of a profile, in the form of the Gateway API's reports. */
interface Level {
  readonly result: 'success' | 'partial' | 'failure';
  readonly statistics: { readonly Passed: number; readonly Skipped: number; readonly Failed: number };
  readonly skippedTests?: readonly string[];
  readonly failedTests?: readonly string[];
}

/** @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.0/conformance/apis/v1/conformancereport.go */
export interface Report {
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  readonly kind: 'ConformanceReport';
  readonly date: string;
  readonly gatewayAPIChannel: 'experimental';
  readonly gatewayAPIVersion: string;
  readonly mode: string;
  readonly implementation: {
    readonly organization: string;
    readonly project: string;
    readonly url: string;
    readonly version: string;
    readonly contact: readonly string[];
  };
  readonly profiles: readonly {
    readonly name: string;
    readonly summary: string;
    readonly core: Level;
    readonly extended: Level & {
      readonly supportedFeatures?: readonly string[];
      readonly unsupportedFeatures?: readonly string[];
    };
  }[];
}

/** A mesh that Timonel simulates. */
export interface Subject {
  readonly name: MeshName;
  readonly profiles: readonly Profile['name'][];
  differences(one: Case): readonly string[];
}

type Verdict = 'Passed' | 'Skipped' | 'Failed';

/** @param date when it was made, and `version` of Timonel: all else follows from the cases */
export function reportOf(
  subject: Subject,
  { date, version }: { readonly date: string; readonly version: string },
): Report {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'ConformanceReport',
    date,
    gatewayAPIChannel: 'experimental',
    gatewayAPIVersion: gatewayApiVersion,
    // It says that nobody ran the suite itself.
    mode: `simulated-${subject.name}`,
    implementation: {
      organization: 'timonel',
      project: `timonel-as-${subject.name}`,
      url: 'https://www.npmjs.com/package/timonel',
      version,
      contact: ['the issues of the project'],
    },
    profiles: profiles
      .filter(({ name }) => subject.profiles.includes(name))
      .map((profile) => profileOf(subject, profile)),
  };
}

function profileOf(subject: Subject, { name, cases, extended: all }: Profile): Report['profiles'][number] {
  const judged = casesOf(cases, subject.name).map((one) => ({ one, verdict: verdictOf(subject, one) }));
  const core = levelOf(judged.filter(({ one }) => one.features.length === 0));
  const passed = (feature: string) => {
    const own = judged.filter(({ one }) => one.features.includes(feature));
    return own.length > 0 && own.every(({ verdict }) => verdict === 'Passed');
  };
  const supportedFeatures = all.filter(passed);
  // As in the suite, what needs a feature that is not supported is not run.
  const run = judged.filter(({ one }) => one.features.length > 0 && one.features.every(passed));
  return {
    name,
    summary: `Core tests ${outcome(core)}.`,
    core,
    extended: {
      ...levelOf(run),
      ...(supportedFeatures.length > 0 && { supportedFeatures }),
      unsupportedFeatures: all.filter((feature) => !supportedFeatures.includes(feature)),
    },
  };
}

function verdictOf(subject: Subject, one: Case): Verdict {
  if (one.skipped !== undefined) return 'Skipped';
  return subject.differences(one).length === 0 ? 'Passed' : 'Failed';
}

function levelOf(judged: readonly { readonly one: Case; readonly verdict: Verdict }[]): Level {
  const named = (verdict: Verdict) => judged.filter((each) => each.verdict === verdict).map(({ one }) => one.name);
  const [passed, skipped, failed] = [named('Passed'), named('Skipped'), named('Failed')];
  return {
    result: failed.length > 0 ? 'failure' : skipped.length > 0 ? 'partial' : 'success',
    statistics: { Passed: passed.length, Skipped: skipped.length, Failed: failed.length },
    ...(skipped.length > 0 && { skippedTests: skipped }),
    ...(failed.length > 0 && { failedTests: failed }),
  };
}

function outcome({ statistics: { Passed, Skipped, Failed } }: Level): string {
  return `passed: ${Passed}, skipped: ${Skipped}, failed: ${Failed}`;
}
