import type { clusterPictureOf as ClusterPictureOf } from '../../../graders/checks/drawn/cluster.ts';
import type { serviceFindings as ServiceFindings } from '../../../graders/checks/image/service.ts';
import type {
  isModule as IsModule,
  readService as ReadService,
  textWith as TextWith,
} from '../../../graders/checks/service/source.ts';
import type { readDockerfile as ReadDockerfile } from '../../../graders/model/dockerfile/read.ts';
import type { readLiteral as ReadLiteral } from '../../../graders/model/literal/read.ts';
import type { readSettings as ReadSettings } from '../../../graders/parse/settings/settings.ts';
import type { parseYaml as ParseYaml } from '../../../graders/parse/yaml/yaml.ts';

/** Stands in for the readers that the grader of a page leaves out because its exercise cannot meet what they read. */
const absent = (): never => {
  throw new Error('this grader does not carry the reader of this format');
};

export const parseYaml: typeof ParseYaml = absent;
export const readDockerfile: typeof ReadDockerfile = absent;
export const readLiteral: typeof ReadLiteral = absent;
export const readSettings: typeof ReadSettings = absent;
export const readService: typeof ReadService = absent;
export const clusterPictureOf: typeof ClusterPictureOf = () => undefined;
export const isModule: typeof IsModule = absent;
export const textWith: typeof TextWith = absent;
export const serviceFindings: typeof ServiceFindings = absent;
export const modules: readonly string[] = [];
