import { type Catalogue, type OwnProcess, type Server, unlisted } from '../../machine/index.ts';
import type { ImageProfile } from '../profile.ts';
import { bases } from './bases.ts';

/** What the machine made from an image knows of it beyond its files. */
export function catalogueOf(image: ImageProfile): Catalogue {
  const own = ownProcess(image);
  if (image.certainty === 'opaque' || image.programs === 'any') return own ? { ...unlisted, own } : unlisted;
  const { lists = 'common', certainty, packageManager, nslookup } = image;
  return {
    lacks: lists === 'every' ? 'every' : lists === 'some' ? absurd : common,
    aptNeedsUpdate: certainty === 'known' && packageManager === 'apt',
    ...(nslookup && { nslookup }),
    ...(own && { own }),
  };
}

/** The process an image was made for; undefined where nobody knows. */
function ownProcess({
  entrypoint,
  cmd,
  behaviour,
  requires,
  portVariable,
  prints,
  ...image
}: ImageProfile): OwnProcess | undefined {
  const argv = [...entrypoint, ...cmd];
  if (argv.length === 0 || behaviour === 'unknown') return undefined;
  const { repository, listens, paths, certainty, programs } = image;
  const ports = manyPorts.test(repository) ? 'any' : listens;
  // Images that an exercise defines say everything.
  const exact = certainty === 'known' && programs === 'any';
  const server: Server = {
    listens: ports === 'any' ? 'any' : ports.map((port) => ({ address: 'any', port })),
    product: repository.slice(repository.lastIndexOf('/') + 1),
    ...(exact && { exact }),
    ...(paths && { answers: { paths: new Map(paths.map((path) => [path, 200])), otherwise: 404 } }),
  };
  return {
    argv,
    requires,
    ...(behaviour === 'serves' ? { server } : { ends: true }),
    ...(portVariable !== undefined && { portVariable }),
    ...(prints !== undefined && { prints }),
  };
}

/** Servers that open more ports than their image says: consoles, clusters, metrics, or whatever they are told to. */
const manyPorts =
  /\/(?:rabbitmq|elasticsearch|cassandra|nats|zookeeper|traefik|haproxy|fortio|consul|vault|kafka|wordpress|ghost|tomcat|caddy|minio)(?::|@|$)/;

/** Of an image that names but some of its programs, only what no image can have is known to be missing. */
const absurd: ReadonlySet<string> = new Set();

/** Whether a system has them varies between its releases. */
const uncertain: ReadonlySet<string> = new Set(
  'adduser addgroup deluser delgroup ps top less more clear free diff file patch'.split(' '),
);

/** Programs that the catalogue lists wherever they are: where it does not list them, they are not there. */
export const common: ReadonlySet<string> = new Set(
  [
    ...bases.flatMap((family) => {
      const { programs } = family.profile('latest');
      return programs === 'any' ? [] : programs.map((path) => path.slice(path.lastIndexOf('/') + 1));
    }),
    ...`python python3 python2 pip pip3 node npm npx yarn go java javac ruby php bash sh ash zsh fish curl wget git make
    gcc vim nano sudo apt apt-get apk dnf yum nginx gunicorn uvicorn flask poetry uv pipenv tini dumb-init gosu su-exec
    httpd-foreground mysqld postgres redis-server mongod`.split(/\s+/),
  ].filter((name) => !uncertain.has(name)),
);
