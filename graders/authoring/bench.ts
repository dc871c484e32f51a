import { spawnSync } from 'node:child_process';
import { classRows } from './bench/classes.ts';
import { keystroke } from './bench/editor.ts';
import { authorGate } from './bench/gates.ts';
import { coldGrading, throughNpx, warmGrading } from './bench/grading.ts';
import { largeCluster, largeMesh, longRollout, oneImage, oneRequest } from './bench/lab.ts';
import { checkCold, checkInProcess, checkTogether } from './bench/manifests.ts';
import { checkMeshes, settleMeshes } from './bench/meshes.ts';
import { type Measurement, type Row, rowOf } from './bench/row.ts';
import { oneService } from './bench/service.ts';
import { savedInSession } from './bench/session.ts';
import { siteRows } from './bench/site.ts';
import { scripts } from './bench/terminal.ts';
import { say, time } from './bench/timing.ts';
import { sayTable } from './table.ts';

/**
 * `npm run bench`: the rows of the design's speed table that exist, measured on this machine. Nothing fails here; tests
 * never assert a time. `--tests` measures `npm test` too. Other arguments keep the rows that contain one of them.
 */
const root = process.cwd();
const [withTests, ...wanted] = [
  process.argv.includes('--tests'),
  ...process.argv.slice(2).filter((a) => a !== '--tests'),
];

const tests: Measurement = {
  what: 'npm test without the browser project',
  goal: '≤ 20 s',
  measure: () => {
    const run = () => spawnSync('npm', ['test'], { stdio: 'ignore' });
    return say(time(run));
  },
};

const measurements: readonly Measurement[] = [
  warmGrading(root),
  savedInSession(root),
  keystroke(root),
  coldGrading(root, 'timonel grade 13, cold', '≤ 0.4 s', ['13']),
  throughNpx(root, 'npx timonel grade 13, cold, npx included', '—', ['13']),
  coldGrading(root, 'timonel grade 02 04 13, cold', '≤ 0.6 s', ['02', '04', '13']),
  coldGrading(root, 'timonel grade, all, cold', '≤ 1.0 s', []),
  checkInProcess,
  checkTogether,
  checkCold(root),
  ...checkMeshes,
  ...settleMeshes,
  oneRequest,
  largeMesh,
  largeCluster,
  longRollout,
  oneImage,
  scripts(root),
  oneService(root),
  ...classRows(root),
  authorGate(root),
  ...siteRows(root),
  ...(withTests ? [tests] : []),
].filter(({ what }) => wanted.length === 0 || wanted.some((word) => what.includes(String(word))));

const rows: Row[] = [];
for (const measurement of measurements) {
  process.stderr.write(`${measurement.what} …\n`);
  rows.push(await rowOf(measurement));
}
console.log(
  sayTable(
    ['what', 'goal', 'measured'],
    rows.map(({ what, goal, measured }) => [what, goal, measured]),
    3,
  ),
);
