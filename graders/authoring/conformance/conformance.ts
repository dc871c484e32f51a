import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { casesOf } from './cases.ts';
import { profiles } from './profiles.ts';
import { reportOf } from './report.ts';
import { subjects } from './subjects.ts';

/**
 * `npm run conformance [-- --write]`: asks the lab what the conformance tests of the Gateway API ask of a cluster, as cases of
 * its own, and tells what each one that does not pass gave instead. `--write` keeps the reports in `reports/`.
 */
const here = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(here, '../../../package.json'), 'utf8')) as {
  readonly version: string;
};
const date = new Date().toISOString().replace(/\.\d+Z$/, 'Z');

for (const subject of subjects) {
  for (const { name, cases } of profiles.filter((profile) => subject.profiles.includes(profile.name))) {
    for (const one of casesOf(cases, subject.name)) {
      if (one.skipped !== undefined) continue;
      for (const difference of subject.differences(one))
        console.log(`${subject.name} ${name} ${one.name}: ${difference}`);
    }
  }
  const report = reportOf(subject, { date, version });
  for (const { name, summary, extended } of report.profiles) {
    const { supportedFeatures = [], unsupportedFeatures = [] } = extended;
    const features = `${supportedFeatures.length} of ${supportedFeatures.length + unsupportedFeatures.length} extended features`;
    console.log(`${subject.name} ${name}: ${summary} ${features}`);
  }
  if (process.argv.includes('--write')) {
    writeFileSync(join(here, 'reports', `timonel-as-${subject.name}.yaml`), stringify(report, { lineWidth: 0 }));
  }
}
