import type { ImageProfile } from '../images.ts';

/** Images whose whole set of programs is known: what is not listed is not there. */
const complete = /\/(?:nginx|nginx-unprivileged|httpd)$|\/distroless\//;

/** Images of which the catalogue lists what people use, but not everything. */
const partial =
  /\/library\/(?:alpine|busybox|debian|ubuntu|fedora|python|node|golang|ruby|php|openjdk|eclipse-temurin|amazoncorretto|bash)$/;

/** Programs that one asks for by name and that an image either is about or does not have. */
const telling = new Set(
  (
    'nginx httpd-foreground apache2ctl node npm npx yarn python python3 pip pip3 java javac ruby php go curl bash apk apt ' +
    'apt-get mysqld postgres redis-server mongod gunicorn uvicorn flask'
  ).split(' '),
);

/**
 * Whether an image certainly does not have a program. The catalogue cannot list everything, so a doubt counts as «it is
 * there»: a container that works must never be said to fail.
 * @param program as the command line names it: a name of the PATH, or a path
 */
export function certainlyLacks(program: string, { certainty, programs, repository }: ImageProfile): boolean {
  if (certainty !== 'known' || programs === 'any' || program === '') return false;
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (
    program.includes('/')
      ? programs.some((path) => isSame(path, program))
      : programs.some((path) => path.endsWith(`/${name}`))
  ) {
    return false;
  }
  if (complete.test(repository)) return name !== 'nginx-debug';
  if (!partial.test(repository)) return false;
  const elsewhere = /^\/(?!(?:usr\/)?(?:local\/)?s?bin\/)/.test(program);
  return elsewhere || telling.has(name);
}

/** In today's distributions `/bin` is `/usr/bin`. */
function isSame(path: string, other: string): boolean {
  const bare = (text: string) => text.replace(/^\/usr(?=\/s?bin\/)/, '');
  return bare(path) === bare(other);
}

/** Servers that open more ports than their image says: consoles, clusters, metrics, or whatever they are told to. */
const manyPorts =
  /\/(?:rabbitmq|elasticsearch|cassandra|nats|zookeeper|traefik|haproxy|fortio|consul|vault|kafka|wordpress|ghost|tomcat|caddy|minio)(?::|@|$)/;

/** Where the image's own server listens, as far as that can be relied on. */
export function knownPorts({ repository, listens }: ImageProfile): ImageProfile['listens'] {
  return manyPorts.test(repository) ? 'any' : listens;
}

/** Whether the ports an image names are all there are: images that an exercise defines say everything. */
export function namesEveryPort({ certainty, programs }: ImageProfile): boolean {
  return certainty === 'known' && programs === 'any';
}

/** Whether an image does nothing but serve its pages: it makes no files of its own but the usual ones. */
export function isOnlyServer({ certainty, repository }: ImageProfile): boolean {
  return certainty === 'known' && /\/library\/(?:nginx|httpd)$/.test(repository);
}

/** Images that are known to start as root unless they say otherwise. */
const rootByDefault =
  /\/library\/(?:nginx|httpd|redis|postgres|mysql|mariadb|mongo)$|^public\.ecr\.aws\/(?:nginx|docker\/library)\/nginx$/;

/** Whether an image without a user certainly means root: for many the catalogue just does not know. */
export function certainlyRoot(image: ImageProfile): boolean {
  if (image.user !== '') return /^(?:0|root)(?::|$)/.test(image.user);
  const { repository } = image;
  const known = rootByDefault.test(repository) || partial.test(repository) || namesEveryPort(image);
  return image.certainty === 'known' && known;
}
