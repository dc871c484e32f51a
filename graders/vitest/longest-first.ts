import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that hold a test for each answer of the course: the longest of all, and small by themselves. */
const long = /[\\/]graders[\\/]vitest[\\/](solutions|services)\.test\.m?[jt]s$/;

/**
 * Long files first, so that no worker is left alone with one at the end: those that are known to be, and then as the last run
 * measured them, or by their size where there was none.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId, project }: TestSpecification) => project.name === 'graders' && long.test(moduleId);
    const first = sorted.findIndex(({ project }) => project.name === 'graders');
    if (first === -1) return sorted;
    return [
      ...sorted.slice(0, first),
      ...sorted.filter(isLong),
      ...sorted.slice(first).filter((file) => !isLong(file)),
    ];
  }
}
