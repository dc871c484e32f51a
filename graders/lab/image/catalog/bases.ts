import type { ImageProfile } from '../profile.ts';
import { anyTag, type Family, officialTags, onHub } from './family.ts';
import {
  alpine,
  bare,
  buildpack,
  busybox,
  debian,
  debianSlim,
  distroless,
  plain,
  programsIn,
  redhat,
  type System,
  ubuntu,
} from './systems.ts';

function base(names: readonly string[], system: System, cmd: string, tagged: Family['tagged']): Family {
  return { repositories: names.map(onHub), tagged, profile: () => plain(system, [cmd]) };
}

/**
 * How the `nslookup` of a release asks for a name.
 * @param minor undefined for the newest release
 * @param before the last one that asked the C library
 * @param since the first one that asks for itself as it does today
 */
function nslookupOf(minor: string | undefined, before: number, since: number): Pick<ImageProfile, 'nslookup'> {
  const release = minor === undefined ? since : Number(minor);
  if (release <= before) return { nslookup: 'first' };
  return release >= since ? { nslookup: 'each' } : {};
}

const debianNames =
  'stable unstable testing oldstable oldoldstable experimental rc-buggy stable-slim unstable-slim testing-slim oldstable-slim bookworm trixie bullseye buster stretch jessie wheezy squeeze forky sid';

const debianFamily: Family = {
  repositories: [onHub('debian')],
  recommended: '13-slim',
  tagged: officialTags({ from: 4, to: 14 }, debianNames),
  profile: (tag) => plain(tag.includes('slim') ? debianSlim : debian, ['bash']),
};

/** The images of github.com/GoogleContainerTools/distroless. */
function distrolessFamily(
  name: string,
  traits: { entrypoint: readonly string[]; programs?: string; size: number },
): Family {
  const names = ['', '-debian12', '-debian13', '-debian11'].map((system) => `gcr.io/distroless/${name}${system}`);
  return {
    repositories: names,
    recommended: 'nonroot',
    tagged: (tag) =>
      /^(?:latest|nonroot|debug|debug-nonroot)(?:-(?:amd64|arm64|arm|s390x|ppc64le))?$/.test(tag) ||
      /^[0-9a-f]{40}$/.test(tag),
    profile(tag) {
      const debug = tag.includes('debug');
      return {
        ...plain(distroless, []),
        lists: 'every',
        entrypoint: traits.entrypoint,
        user: tag.includes('nonroot') ? '65532' : '',
        workdir: tag.includes('nonroot') ? '/home/nonroot' : '/',
        programs: [
          ...(debug ? busybox.programs.map((path) => `/busybox/${path.slice(path.lastIndexOf('/') + 1)}`) : []),
          ...(traits.programs ?? '').split(' ').filter(Boolean),
        ],
        env: { PATH: `/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${debug ? ':/busybox' : ''}` },
        size: traits.size,
      };
    },
  };
}

export const bases: readonly Family[] = [
  {
    ...base(['alpine'], alpine, '/bin/sh', officialTags({ from: 2, to: 3 }, 'edge 20\\d{6}')),
    recommended: '3.23',
    // Alpine 3.12 came with the `nslookup` that BusyBox has since 1.30.
    profile: (tag) => ({ ...plain(alpine, ['/bin/sh']), ...nslookupOf(/^3\.(\d+)/.exec(tag)?.[1], 10, 12) }),
  },
  debianFamily,
  {
    ...base(
      ['ubuntu'],
      ubuntu,
      '/bin/bash',
      officialTags(
        { from: 12, to: 27 },
        'rolling devel noble jammy focal bionic xenial trusty plucky questing resolute',
      ),
    ),
    recommended: '24.04',
    // The user `ubuntu` came with 23.04.
    profile: (tag) =>
      plain(/^(?:1\d|2[012])|bionic|focal|jammy|trusty|xenial/.test(tag) ? debian : ubuntu, ['/bin/bash']),
  },
  {
    ...base(
      ['busybox'],
      busybox,
      'sh',
      officialTags(
        { from: 1, to: 1 },
        'stable unstable glibc musl uclibc buildroot-201\\d\\.\\d\\d ubuntu-1\\d\\.\\d\\d',
      ),
    ),
    recommended: '1.37',
    profile: (tag) => ({ ...plain(busybox, ['sh']), ...nslookupOf(/^1\.(\d+)/.exec(tag)?.[1], 28, 30) }),
  },
  base(['buildpack-deps'], buildpack, 'bash', anyTag),
  base(['fedora'], redhat, '/bin/bash', officialTags({ from: 20, to: 46 }, 'rawhide')),
  base(
    ['rockylinux', 'rockylinux/rockylinux', 'almalinux', 'amazonlinux', 'oraclelinux', 'centos'],
    redhat,
    '/bin/bash',
    anyTag,
  ),
  {
    repositories: [
      'registry.access.redhat.com/ubi9/ubi',
      'registry.access.redhat.com/ubi9/ubi-minimal',
      'registry.access.redhat.com/ubi9',
      'registry.access.redhat.com/ubi8/ubi',
      'redhat/ubi9',
      'redhat/ubi9-minimal',
    ],
    tagged: anyTag,
    profile: () => plain(redhat, ['/bin/bash']),
  },
  {
    repositories: [onHub('hello-world')],
    tagged: anyTag,
    profile: () => ({ ...plain(bare, ['/hello']), programs: ['/hello'], prints: hello }),
  },
  distrolessFamily('static', { entrypoint: [], size: 2 }),
  distrolessFamily('base', { entrypoint: [], size: 21 }),
  distrolessFamily('base-nossl', { entrypoint: [], size: 15 }),
  distrolessFamily('cc', { entrypoint: [], size: 24 }),
  distrolessFamily('python3', {
    entrypoint: ['/usr/bin/python3'],
    programs: '/usr/bin/python3 /usr/bin/python3.11 /usr/bin/python',
    size: 53,
  }),
  ...['nodejs18', 'nodejs20', 'nodejs22', 'nodejs24', 'nodejs26'].map((name) =>
    distrolessFamily(name, { entrypoint: ['/nodejs/bin/node'], programs: '/nodejs/bin/node', size: 150 }),
  ),
  ...['java11', 'java17', 'java21', 'java25'].map((name) =>
    distrolessFamily(name, { entrypoint: ['/usr/bin/java', '-jar'], programs: '/usr/bin/java', size: 220 }),
  ),
  {
    repositories: ['cgr.dev/chainguard/python'],
    tagged: anyTag,
    profile: (tag) => ({
      ...plain(distroless, []),
      entrypoint: ['/usr/bin/python'],
      user: '65532',
      workdir: '/home/nonroot',
      programs: [
        ...programsIn('/usr/bin', 'python python3'),
        ...(tag.includes('dev') ? [...alpine.programs, '/usr/bin/pip'] : []),
      ],
      size: 60,
    }),
  },
  {
    repositories: ['ghcr.io/astral-sh/uv'],
    tagged: anyTag,
    profile: (tag) => ({
      ...plain(tag.includes('alpine') ? alpine : tag.includes('python') ? debianSlim : bare, ['/uv']),
      entrypoint: tag.includes('python') ? [] : ['/uv'],
      programs: [
        ...(tag.includes('alpine') ? alpine.programs : tag.includes('python') ? debianSlim.programs : []),
        ...(tag.includes('python') ? programsIn('/usr/local/bin', 'python python3 pip uv uvx') : ['/uv', '/uvx']),
      ],
      size: 60,
    }),
  },
];

/** @see https://github.com/docker-library/hello-world/blob/master/amd64/hello-world/README.md */
const hello = `
Hello from Docker!
This message shows that your installation appears to be working correctly.

To generate this message, Docker took the following steps:
 1. The Docker client contacted the Docker daemon.
 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.
    (amd64)
 3. The Docker daemon created a new container from that image which runs the
    executable that produces the output you are currently reading.
 4. The Docker daemon streamed that output to the Docker client, which sent it
    to your terminal.

To try something more ambitious, you can run an Ubuntu container with:
 $ docker run -it ubuntu bash

Share images, automate workflows, and more with a free Docker ID:
 https://hub.docker.com/

For more examples and ideas, visit:
 https://docs.docker.com/get-started/

`;
