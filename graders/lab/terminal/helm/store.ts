import { type Fields, fieldsOf, textAt } from '../../../core/fields.ts';
import { type LiveCluster, put, removeObject } from '../../cluster/index.ts';
import { asResources } from '../mesh/objects.ts';
import type { MeshSession } from '../mesh/session.ts';
import { decoded, encoded } from '../tool/base64.ts';

/** What a release is at one of its revisions. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly revision: number;
  readonly status: 'deployed' | 'failed' | 'superseded' | 'uninstalled';
  readonly chart: string;
  readonly version: string;
  readonly appVersion: string;
  /** Those that the learner gave. */
  readonly values: Fields;
  /** Seconds of the desk's clock. */
  readonly updated: number;
  readonly description: string;
}

const type = 'helm.sh/release.v1';

/**
 * Helm keeps its releases in the cluster, as Secrets of their namespace: a revision each.
 * @see https://github.com/helm/helm/blob/main/pkg/storage/driver/secrets.go
 */
function secretOf(release: Release): Fields {
  const { name, namespace, revision, status } = release;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: secretName(release),
      namespace,
      labels: { name, owner: 'helm', status, version: String(revision) },
    },
    type,
    data: { release: encoded(encoded(JSON.stringify(release))) },
  };
}

const secretName = ({ name, revision }: Pick<Release, 'name' | 'revision'>): string =>
  `sh.helm.release.v1.${name}.v${revision}`;

/** The releases of a cluster at all their revisions, by name and then by revision. @param namespace undefined for all */
export function releasesOf({ live }: Pick<MeshSession, 'live'>, namespace?: string): readonly Release[] {
  return live.resources
    .filter(
      (one) =>
        one.kind === 'Secret' &&
        fieldsOf(one.data).type === type &&
        (namespace === undefined || one.namespace === namespace),
    )
    .flatMap(({ data }) => {
      const release = readRelease(textAt(data, 'data', 'release') ?? '');
      return release ? [release] : [];
    })
    .sort((a, b) => (a.name === b.name ? a.revision - b.revision : a.name < b.name ? -1 : 1));
}

function readRelease(text: string): Release | undefined {
  try {
    return JSON.parse(decoded(decoded(text))) as Release;
  } catch {
    return undefined;
  }
}

/** The revisions of one release, the oldest first. */
export const historyOf = (session: MeshSession, name: string): readonly Release[] =>
  releasesOf(session, session.namespace).filter((one) => one.name === name);

export const withRelease = (live: LiveCluster, release: Release, at: number): LiveCluster =>
  put(live, asResources([secretOf(release)]), at).cluster;

export const withoutRelease = (live: LiveCluster, { namespace, ...release }: Release, at: number): LiveCluster =>
  removeObject(live, { kind: 'Secret', group: '', namespace, name: secretName(release) }, at);
