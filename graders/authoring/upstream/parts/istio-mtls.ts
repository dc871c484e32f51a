import type { Json } from '../../../core/json.ts';
import { serverMode } from '../../../lab/istio/index.ts';
import { readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';
import { fields, readObjects } from './world.ts';

interface Server {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly port: number;
}

interface Input {
  /** PeerAuthentications, the oldest first. */
  readonly configs: readonly Json[];
  readonly servers: readonly Server[];
}

const questions = 8;
const namespaces = ['shop', 'shop', 'other', 'istio-system'];
const modes = ['STRICT', 'PERMISSIVE', 'DISABLE', 'UNSET'];
const ports = [80, 8080, 9000];

function make(random: Random): Json {
  const configs = Array.from({ length: random.between(0, 5) }, (_, index) => policy(random, index));
  const servers = Array.from({ length: questions }, () => ({
    namespace: random.pick(namespaces),
    labels: { app: random.pick(['web', 'db']), ...(random.chance(0.5) && { version: random.pick(['v1', 'v2']) }) },
    port: random.pick(ports),
  }));
  return fields({ configs, servers });
}

const mode = (random: Random) => random.pick([{ mode: random.pick(modes) }, { mode: random.pick(modes) }, {}]);

function policy(random: Random, index: number): object {
  const selector = random.maybe(0.5, () => ({
    matchLabels: random.pick([{ app: 'web' }, { app: 'db' }, { version: 'v1' }, { app: 'web', version: 'v1' }]),
  }));
  const levels = random.maybe(selector ? 0.6 : 0, () =>
    Object.fromEntries(random.some(ports, 0.5).map((port) => [port, mode(random)])),
  );
  // A second apart: which of two is older is then no question of their names.
  const creationTimestamp = `2026-01-01T00:00:0${index}Z`;
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: `p${random.between(0, 9)}${index}`, namespace: random.pick(namespaces), creationTimestamp },
    spec: {
      selector,
      mtls: random.maybe(0.8, () => mode(random)),
      portLevelMtls: levels && Object.keys(levels).length > 0 ? levels : undefined,
    },
  };
}

function answer({ configs, servers }: Input): Json {
  const policies = readObjects(configs).map(readPeerAuthentication);
  return servers.map((server) => serverMode(policies, server, server.port).mode);
}

export const istioMtls: Part = {
  name: 'istio-mtls',
  what: 'the mode of mutual TLS of each port of a server',
  upstream: 'https://github.com/istio/istio/tree/release-1.31/pilot/pkg/security/authn',
  questions,
  make,
  answer,
  deviations: [],
};
