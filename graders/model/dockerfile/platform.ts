const known: ReadonlySet<string> = new Set(
  `aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos macos wasip1
  386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le
  riscv riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel local`.split(/\s+/),
);

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
