/** Where the types stand that people and programs exchange with Timonel: modules of `graders/`, without their extension. */
export const contractModules: readonly string[] = [
  'checks/kinds',
  'render/json',
  'render/cluster',
  'course/lessons/blocks',
  'course/variants/file',
  'course/course-file',
  'classroom/results',
];
