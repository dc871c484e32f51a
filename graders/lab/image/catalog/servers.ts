import { anyTag, type Family, officialTags, onHub, type Traits } from './family.ts';
import { alpine, bare, debianSlim, distroless, plain, programsIn, type System } from './systems.ts';

type TagsOf = Family['tagged'];

/** An image whose process serves: its variants differ only in the system below. */
function server(names: readonly string[], tagged: TagsOf, traits: Traits, systems: { usual?: System } = {}): Family {
  return {
    repositories: names,
    tagged,
    profile(tag) {
      const system = tag.includes('alpine') ? alpine : (systems.usual ?? debianSlim);
      const ports = traits.listens ?? [];
      return {
        ...plain(system, []),
        behaviour: 'serves',
        lists: 'some',
        exposes: ports === 'any' ? [] : ports,
        ...traits,
        programs: [...system.programs, ...(traits.programs === 'any' ? [] : (traits.programs ?? []))],
        users: { ...system.users, ...traits.users },
        files: [...system.files, ...(traits.files ?? [])],
        size: system.size + (traits.size ?? 50),
      };
    },
  };
}

/** What the configuration of nginx's images comes to. */
function nginxTexts(port: number, main: string, http = ''): Readonly<Record<string, string>> {
  return {
    '/etc/nginx/nginx.conf': `${main} events {} http { ${http} include /etc/nginx/mime.types; include /etc/nginx/conf.d/*.conf; }`,
    '/etc/nginx/conf.d/default.conf': `server { listen ${port}; root /usr/share/nginx/html; }`,
  };
}

const nginxTraits: Traits = {
  entrypoint: ['/docker-entrypoint.sh'],
  cmd: ['nginx', '-g', 'daemon off;'],
  listens: [80],
  users: { nginx: 101 },
  programs: ['/docker-entrypoint.sh', '/usr/sbin/nginx', '/usr/bin/curl', '/usr/bin/envsubst'],
  files: [
    '/usr/share/nginx/html/',
    '/usr/share/nginx/html/index.html',
    '/usr/share/nginx/html/50x.html',
    '/etc/nginx/',
    '/etc/nginx/conf.d/',
    '/etc/nginx/mime.types',
    '/docker-entrypoint.d/',
    '/var/log/nginx/',
    '/var/cache/nginx/',
    '/run/',
  ],
  texts: nginxTexts(80, 'user nginx; pid /run/nginx.pid;'),
  listed: ['/usr/share/nginx/html', '/etc/nginx/conf.d'],
  known: ['/var/cache/nginx', '/run'],
  lists: 'every',
  size: 110,
};

const nginxTags = officialTags({ from: 1, to: 1 }, 'mainline stable perl otel bookworm trixie');
const hub = (...names: readonly string[]) => names.map(onHub);

const web: readonly Family[] = [
  { ...server(hub('nginx'), nginxTags, nginxTraits), recommended: '1.29-alpine' },
  server(
    [...hub('nginxinc/nginx-unprivileged'), 'ghcr.io/nginxinc/nginx-unprivileged', 'quay.io/nginx/nginx-unprivileged'],
    anyTag,
    {
      ...nginxTraits,
      listens: [8080],
      user: '101',
      known: [],
      texts: nginxTexts(8080, 'pid /tmp/nginx.pid;', 'client_body_temp_path /tmp/client_temp;'),
    },
  ),
  server(['public.ecr.aws/nginx/nginx'], anyTag, nginxTraits),
  server(['registry.k8s.io/nginx-slim', 'k8s.gcr.io/nginx-slim'], anyTag, { ...nginxTraits, entrypoint: [] }),
  server([...hub('bitnami/nginx', 'bitnamilegacy/nginx'), 'public.ecr.aws/bitnami/nginx'], anyTag, {
    ...nginxTraits,
    texts: {},
    listed: [],
    known: [],
    lists: 'some',
    entrypoint: ['/opt/bitnami/scripts/nginx/entrypoint.sh'],
    cmd: ['/opt/bitnami/scripts/nginx/run.sh'],
    programs: [
      '/opt/bitnami/scripts/nginx/entrypoint.sh',
      '/opt/bitnami/scripts/nginx/run.sh',
      '/opt/bitnami/nginx/sbin/nginx',
    ],
    listens: [8080, 8443],
    user: '1001',
  }),
  server(hub('httpd'), officialTags({ from: 2, to: 2 }), {
    cmd: ['httpd-foreground'],
    listens: [80],
    lists: 'every',
    workdir: '/usr/local/apache2',
    env: { PATH: '/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
    programs: ['/usr/local/bin/httpd-foreground', '/usr/local/apache2/bin/httpd'],
    files: ['/usr/local/apache2/htdocs/', '/usr/local/apache2/conf/httpd.conf'],
    size: 70,
  }),
  server(
    hub('caddy'),
    officialTags({ from: 2, to: 2 }, 'builder'),
    {
      cmd: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile', '--adapter', 'caddyfile'],
      listens: [80],
      exposes: [80, 443, 2019],
      programs: ['/usr/bin/caddy'],
      workdir: '/srv',
      size: 45,
    },
    { usual: alpine },
  ),
  server(
    hub('traefik'),
    anyTag,
    {
      entrypoint: ['/entrypoint.sh'],
      cmd: ['traefik'],
      programs: ['/entrypoint.sh', '/usr/local/bin/traefik'],
      listens: [80],
      size: 190,
    },
    { usual: alpine },
  ),
  server(hub('haproxy'), officialTags({ from: 1, to: 3 }, 'lts dev'), {
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['haproxy', '-f', '/usr/local/etc/haproxy/haproxy.cfg'],
    listens: 'any',
    user: 'haproxy',
    users: { haproxy: 99 },
    programs: ['/usr/local/bin/docker-entrypoint.sh', '/usr/local/sbin/haproxy'],
    behaviour: 'unknown',
    size: 40,
  }),
  server(hub('tomcat'), officialTags({ from: 6, to: 11 }, 'jre\\d*[\\w.-]* jdk\\d*[\\w.-]*'), {
    cmd: ['catalina.sh', 'run'],
    listens: [8080],
    workdir: '/usr/local/tomcat',
    env: { PATH: '/usr/local/tomcat/bin:/opt/java/openjdk/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
    programs: ['/usr/local/tomcat/bin/catalina.sh', '/opt/java/openjdk/bin/java'],
    files: ['/usr/local/tomcat/webapps/'],
    size: 400,
  }),
  server(
    hub('registry'),
    officialTags({ from: 2, to: 3 }),
    {
      entrypoint: ['/entrypoint.sh'],
      cmd: ['/etc/docker/registry/config.yml'],
      listens: [5000],
      programs: ['/entrypoint.sh', '/bin/registry'],
      size: 25,
    },
    { usual: alpine },
  ),
  server(hub('wordpress'), anyTag, {
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['apache2-foreground'],
    listens: [80],
    workdir: '/var/www/html',
    programs: programsIn('/usr/local/bin', 'docker-entrypoint.sh apache2-foreground php'),
    size: 620,
  }),
];

/** Databases and queues: an entry script, a process, a port, the variables without which it refuses to start. */
function store(name: string, process: string, port: number, to: number, more: Traits = {}): Family {
  const user = more.users ?? { [name]: 999 };
  return server(hub(name), officialTags({ from: 0, to }, 'management lts innovation edge unstable'), {
    entrypoint: ['docker-entrypoint.sh'],
    cmd: [process],
    listens: [port],
    programs: programsIn('/usr/local/bin', `docker-entrypoint.sh ${process}`),
    users: user,
    size: 150,
    ...more,
  });
}

/** The tags with the plug-in for the browser also listen where it is served. */
function withManagement(family: Family): Family {
  const profile: Family['profile'] = (tag) => {
    const plain = family.profile(tag);
    return tag.includes('management') ? { ...plain, listens: [5672, 15672], exposes: [5672, 15672] } : plain;
  };
  return { ...family, profile };
}

const stores: readonly Family[] = [
  store('redis', 'redis-server', 6379, 8, {
    volumes: ['/data'],
    workdir: '/data',
    size: 55,
    programs: programsIn('/usr/local/bin', 'docker-entrypoint.sh redis-server redis-cli'),
  }),
  store('valkey/valkey', 'valkey-server', 6379, 9, { workdir: '/data', users: { valkey: 999 } }),
  store('memcached', 'memcached', 11211, 1, { user: 'memcache', users: { memcache: 11211 } }),
  store('postgres', 'postgres', 5432, 18, {
    requires: ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE', 'POSTGRES_HOST_AUTH_METHOD'],
    volumes: ['/var/lib/postgresql/data'],
    programs: programsIn('/usr/local/bin', 'docker-entrypoint.sh postgres psql pg_isready pg_dump'),
    size: 350,
  }),
  store('mysql', 'mysqld', 3306, 9, {
    requires: [
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_ROOT_PASSWORD_FILE',
      'MYSQL_ALLOW_EMPTY_PASSWORD',
      'MYSQL_RANDOM_ROOT_PASSWORD',
    ],
    volumes: ['/var/lib/mysql'],
    programs: programsIn('/usr/local/bin', 'docker-entrypoint.sh mysqld mysql mysqladmin'),
    size: 500,
  }),
  store('mariadb', 'mariadbd', 3306, 12, {
    users: { mysql: 999 },
    requires: [
      'MARIADB_ROOT_PASSWORD',
      'MARIADB_ROOT_PASSWORD_FILE',
      'MARIADB_ROOT_PASSWORD_HASH',
      'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
      'MARIADB_RANDOM_ROOT_PASSWORD',
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_ALLOW_EMPTY_PASSWORD',
      'MYSQL_RANDOM_ROOT_PASSWORD',
    ],
    volumes: ['/var/lib/mysql'],
    size: 330,
  }),
  store('mongo', 'mongod', 27017, 8, { users: { mongodb: 999 }, volumes: ['/data/db', '/data/configdb'], size: 700 }),
  withManagement(store('rabbitmq', 'rabbitmq-server', 5672, 4, { size: 180 })),
  store('elasticsearch', 'elasticsearch', 9200, 9, { user: '1000', size: 900 }),
  store('cassandra', 'cassandra', 9042, 5, { size: 300 }),
  store('nats', 'nats-server', 4222, 2, { size: 20 }),
  store('zookeeper', 'zkServer.sh', 2181, 3, { size: 250 }),
];

/** Small images of courses and examples that listen on a port, with no shell that matters. */
function sample(port: number | readonly number[], names: readonly string[], more: Traits = {}): Family {
  return server(names, anyTag, {
    entrypoint: ['/app'],
    programs: ['/app', '/usr/bin/curl', '/usr/bin/wget'],
    listens: typeof port === 'number' ? [port] : port,
    size: 60,
    ...more,
  });
}

const prefixed = (prefix: string, names: string) => names.split(' ').map((name) => `${prefix}${name}`);

/** The application of Kubernetes' own tutorial: the first version in one registry, the second in another, and no other. */
const bootcamp = (repository: string, tags: readonly string[]): Family => ({
  ...server([repository], (tag) => tags.includes(tag), {
    cmd: ['/bin/sh', '-c', 'node server.js'],
    listens: [8080],
    exposes: [8080],
    paths: ['/'],
    programs: 'any',
    size: 160,
  }),
  recommended: 'v1',
});

const samples: readonly Family[] = [
  bootcamp('gcr.io/google-samples/kubernetes-bootcamp', ['v1']),
  bootcamp(onHub('jocatalin/kubernetes-bootcamp'), ['v1', 'v2']),
  sample(
    9080,
    prefixed(
      'docker.io/istio/examples-bookinfo-',
      'productpage-v1 details-v1 details-v2 reviews-v1 reviews-v2 reviews-v3 ratings-v1 ratings-v2',
    ),
  ),
  sample(
    9080,
    prefixed(
      'registry.istio.io/release/examples-bookinfo-',
      'productpage-v1 details-v1 reviews-v1 reviews-v2 reviews-v3 ratings-v1',
    ),
  ),
  sample(5000, prefixed('docker.io/istio/examples-helloworld-', 'v1 v2')),
  sample(
    80,
    hub(
      'kennethreitz/httpbin',
      'traefik/whoami',
      'containous/whoami',
      'ealen/echo-server',
      'nginxdemos/hello',
      'tutum/hello-world',
      'docker/getting-started',
      'yeasy/simple-web',
      'nginxdemos/nginx-hello',
    ),
  ),
  sample(5678, hub('hashicorp/http-echo')),
  sample(8080, [
    ...hub(
      'jmalloc/echo-server',
      'kicbase/echo-server',
      'fortio/fortio',
      'mendhak/http-https-echo',
      // Istio's own sample asks its pods on 8080: https://github.com/istio/istio/blob/release-1.31/samples/httpbin/httpbin.yaml
      'mccutchen/go-httpbin',
    ),
    'gcr.io/google-samples/hello-app',
    'us-docker.pkg.dev/google-samples/containers/gke/hello-app',
    'gcr.io/google-samples/node-hello',
    'registry.k8s.io/echoserver',
    'gcr.io/google_containers/echoserver',
    'k8s.gcr.io/echoserver',
  ]),
  sample([8080], ['registry.k8s.io/e2e-test-images/agnhost'], {
    entrypoint: ['/agnhost'],
    cmd: ['pause'],
    listens: 'any',
    programs: ['/agnhost'],
  }),
  sample(80, ['registry.k8s.io/hpa-example', 'k8s.gcr.io/hpa-example', 'gcr.io/google_containers/hpa-example']),
  sample(9898, [...hub('stefanprodan/podinfo'), 'ghcr.io/stefanprodan/podinfo'], { listens: [9898, 9999] }),
  sample(9090, [...hub('prom/prometheus'), 'quay.io/prometheus/prometheus'], { user: '65534' }),
  sample(3000, hub('grafana/grafana', 'grafana/grafana-oss'), { user: '472' }),
  sample([16686, 14268, 4317, 4318, 9411], [...hub('jaegertracing/all-in-one', 'jaegertracing/jaeger')]),
  sample(9411, hub('openzipkin/zipkin', 'openzipkin/zipkin-slim')),
  sample(8080, [...hub('buoyantio/emojivoto-web')]),
  sample([], ['registry.k8s.io/pause', 'k8s.gcr.io/pause', 'docker.io/rancher/mirrored-pause'], {
    entrypoint: ['/pause'],
    programs: ['/pause'],
    user: '65535',
    size: 1,
  }),
  sample(80, [...prefixed('docker.io/library/', 'nextcloud drupal joomla ghost phpmyadmin adminer')]),
];

/** Tool boxes: a shell or one command, which ends at once without arguments. */
const tools: readonly Family[] = [
  {
    repositories: [...hub('curlimages/curl'), 'quay.io/curl/curl'],
    tagged: anyTag,
    profile: () => ({
      ...plain(alpine, ['curl']),
      entrypoint: ['/entrypoint.sh'],
      user: '100',
      programs: [...alpine.programs, '/entrypoint.sh', '/usr/bin/curl'],
      users: { ...alpine.users, curl_user: 100 },
    }),
  },
  {
    repositories: hub('nicolaka/netshoot'),
    tagged: anyTag,
    profile: () => ({
      ...plain(alpine, ['zsh']),
      programs: [...alpine.programs, ...programsIn('/usr/bin', 'bash zsh curl dig nslookup tcpdump iperf jq')],
    }),
  },
  {
    repositories: [...hub('bitnami/kubectl', 'rancher/kubectl', 'alpine/k8s'), 'registry.k8s.io/kubectl'],
    tagged: anyTag,
    profile: () => ({
      ...plain(debianSlim, ['--help']),
      entrypoint: ['kubectl'],
      user: '1001',
      programs: [...debianSlim.programs, '/usr/bin/kubectl'],
    }),
  },
  {
    repositories: hub('docker'),
    tagged: anyTag,
    profile: () => ({
      ...plain(alpine, ['sh']),
      entrypoint: ['docker-entrypoint.sh'],
      programs: [...alpine.programs, ...programsIn('/usr/local/bin', 'docker docker-entrypoint.sh')],
    }),
  },
  {
    repositories: hub('apache/hadoop'),
    tagged: anyTag,
    profile: () => ({
      ...plain(debianSlim, ['bash']),
      user: 'hadoop',
      workdir: '/opt/hadoop',
      users: { ...debianSlim.users, hadoop: 1000 },
      programs: [...debianSlim.programs, ...programsIn('/opt/hadoop/bin', 'hadoop hdfs yarn mapred')],
      size: 1900,
    }),
  },
  {
    repositories: prefixed('docker.io/istio/', 'proxyv2 pilot install-cni ztunnel'),
    tagged: anyTag,
    profile: () => ({
      ...plain(distroless, []),
      listens: [15090, 15021],
      behaviour: 'serves',
      user: '1337',
      programs: 'any',
      size: 280,
    }),
  },
  {
    repositories: ['cr.l5d.io/linkerd/proxy', 'ghcr.io/linkerd/proxy', 'cr.l5d.io/linkerd/proxy-init'],
    tagged: anyTag,
    profile: () => ({
      ...plain(bare, []),
      listens: [4143, 4191],
      behaviour: 'serves',
      user: '2102',
      programs: 'any',
      size: 80,
    }),
  },
];

export const servers: readonly Family[] = [...web, ...stores, ...samples, ...tools];
