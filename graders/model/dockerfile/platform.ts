const systems: ReadonlySet<string> = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos macos wasip1'.split(
    ' ',
  ),
);
const known: ReadonlySet<string> = new Set([
  ...systems,
  ...`386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le
  riscv riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel local`.split(/\s+/),
]);

const system = /^[\w-]+(?:\([\w.%-]*(?:\+[\w.%-]+)*\))?$/;
const component = /^[\w.-]+$/;

/**
 * Why a text names no platform: it does not have the form of one, or is a single word that is neither a system nor an
 * architecture. Of `system/architecture` every word is taken.
 * @see https://github.com/containerd/platforms/blob/main/platforms.go (`Parse`)
 */
export function platformProblem(text: string): 'neither' | 'shape' | undefined {
  const [first = '', ...others] = text.split('/');
  if (!system.test(first) || others.length > 2 || !others.every((part) => component.test(part))) return 'shape';
  return others.length > 0 || known.has(first.replace(/\(.*/, '').toLowerCase()) ? undefined : 'neither';
}

/**
 * The system and the architecture that a text names, as images name them: `x86_64` is `amd64`, and a single word is completed
 * by those of this machine.
 * @returns undefined where it names none
 * @see https://github.com/containerd/platforms/blob/main/database.go (`normalizeArch`)
 */
export function parsePlatform(text: string): { readonly os: string; readonly architecture: string } | undefined {
  if (platformProblem(text)) return undefined;
  const [first = '', second] = text.toLowerCase().split('/');
  const name = first.replace(/\(.*/, '');
  if (second !== undefined) return { os: systemOf(name), architecture: architectureOf(second) };
  return systems.has(name)
    ? { os: systemOf(name), architecture: 'amd64' }
    : { os: 'linux', architecture: architectureOf(name) };
}

const systemOf = (name: string): string => (name === 'macos' ? 'darwin' : name);

function architectureOf(name: string): string {
  switch (name) {
    case 'i386':
      return '386';
    case 'x86_64':
    case 'x86-64':
      return 'amd64';
    case 'aarch64':
      return 'arm64';
    case 'armhf':
    case 'armel':
      return 'arm';
    default:
      return name;
  }
}
