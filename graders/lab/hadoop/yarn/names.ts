/** Names of `yarn-site.xml` that decide how containers are launched. */
export const site = {
  auxServices: 'yarn.nodemanager.aux-services',
  localDirs: 'yarn.nodemanager.local-dirs',
  logDirs: 'yarn.nodemanager.log-dirs',
  executor: 'yarn.nodemanager.container-executor.class',
  group: 'yarn.nodemanager.linux-container-executor.group',
  limitUsers: 'yarn.nodemanager.linux-container-executor.nonsecure-mode.limit-users',
  localUser: 'yarn.nodemanager.linux-container-executor.nonsecure-mode.local-user',
  runtimes: 'yarn.nodemanager.runtime.linux.allowed-runtimes',
  runtime: 'yarn.nodemanager.runtime.linux.type',
  image: 'yarn.nodemanager.runtime.linux.docker.image-name',
  networks: 'yarn.nodemanager.runtime.linux.docker.allowed-container-networks',
  network: 'yarn.nodemanager.runtime.linux.docker.default-container-network',
  capabilities: 'yarn.nodemanager.runtime.linux.docker.capabilities',
  privileged: 'yarn.nodemanager.runtime.linux.docker.privileged-containers.allowed',
  privilegedAcl: 'yarn.nodemanager.runtime.linux.docker.privileged-containers.acl',
  remapping: 'yarn.nodemanager.runtime.linux.docker.enable-userremapping.allowed',
  lowestUid: 'yarn.nodemanager.runtime.linux.docker.userremapping-uid-threshold',
  readOnlyMounts: 'yarn.nodemanager.runtime.linux.docker.default-ro-mounts',
  readWriteMounts: 'yarn.nodemanager.runtime.linux.docker.default-rw-mounts',
} as const;

/**
 * Their defaults, directories as those of a NodeManager that the user `yarn` starts from `/opt/hadoop`.
 * @see https://hadoop.apache.org/docs/current/hadoop-yarn/hadoop-yarn-common/yarn-default.xml
 */
export const siteDefaults: Readonly<Record<string, string>> = {
  [site.localDirs]: '/tmp/hadoop-yarn/nm-local-dir',
  [site.logDirs]: '/opt/hadoop/logs/userlogs',
  [site.executor]: 'org.apache.hadoop.yarn.server.nodemanager.DefaultContainerExecutor',
  [site.limitUsers]: 'true',
  [site.localUser]: 'nobody',
  [site.runtimes]: 'default',
  [site.networks]: 'host,none,bridge',
  [site.network]: 'host',
  [site.capabilities]:
    'CHOWN,DAC_OVERRIDE,FSETID,FOWNER,MKNOD,NET_RAW,SETGID,SETUID,SETFCAP,SETPCAP,NET_BIND_SERVICE,SYS_CHROOT,KILL,AUDIT_WRITE',
  [site.privileged]: 'false',
  [site.remapping]: 'true',
  [site.lowestUid]: '1',
};

/** The executors a NodeManager comes with. */
export const executors = {
  plain: 'org.apache.hadoop.yarn.server.nodemanager.DefaultContainerExecutor',
  linux: 'org.apache.hadoop.yarn.server.nodemanager.LinuxContainerExecutor',
} as const;

/** Names of `container-executor.cfg`, those of its `[docker]` section last. */
export const cfg = {
  group: 'yarn.nodemanager.linux-container-executor.group',
  lowestUid: 'min.user.id',
  banned: 'banned.users',
  allowed: 'allowed.system.users',
  enabled: 'module.enabled',
  capabilities: 'docker.allowed.capabilities',
  networks: 'docker.allowed.networks',
  readOnlyMounts: 'docker.allowed.ro-mounts',
  readWriteMounts: 'docker.allowed.rw-mounts',
  trusted: 'docker.trusted.registries',
  privileged: 'docker.privileged-containers.enabled',
  privilegedRegistries: 'docker.privileged-containers.registries',
} as const;

/** Variables by which a job asks for Docker. */
export const variables = {
  type: 'YARN_CONTAINER_RUNTIME_TYPE',
  image: 'YARN_CONTAINER_RUNTIME_DOCKER_IMAGE',
  network: 'YARN_CONTAINER_RUNTIME_DOCKER_CONTAINER_NETWORK',
  mounts: 'YARN_CONTAINER_RUNTIME_DOCKER_MOUNTS',
  privileged: 'YARN_CONTAINER_RUNTIME_DOCKER_RUN_PRIVILEGED_CONTAINER',
} as const;

/** The property that holds the environment of each kind of container. */
export const environments = {
  master: 'yarn.app.mapreduce.am.env',
  map: 'mapreduce.map.env',
  reduce: 'mapreduce.reduce.env',
} as const;
