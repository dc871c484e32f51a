import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type { Dockerfile } from './dockerfile.ts';

export function readDockerfile(source: Source): { dockerfile: Dockerfile; findings: readonly Finding[] } {
  return { dockerfile: { source }, findings: [] };
}
