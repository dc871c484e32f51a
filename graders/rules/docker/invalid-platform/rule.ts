import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/invalid-platform',
  severity: 'error',
  title: { es: 'No es una plataforma', en: 'It is no platform' },
  over: 'dockerfile',
  messages: {
    neither: {
      es: '`{platform}` no es ni un sistema ni una arquitectura. Escribe las dos cosas: `linux/amd64`.',
      en: '`{platform}` is neither a system nor an architecture. Write both: `linux/amd64`.',
    },
    shape: {
      es: '`{platform}` no tiene la forma de una plataforma: `sistema/arquitectura`, y quizá una variante.',
      en: '`{platform}` does not have the form of a platform: `system/architecture`, and maybe a variant.',
    },
  },
  check({ stages }, say) {
    for (const { from } of stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      const platform = flag?.value ?? '';
      if (!flag || platform === '' || /["'$\\]/.test(platform)) continue;
      const parts = platform.replace(/\([^()]*\)$/, '').split('/');
      if (parts.length > 3 || parts.some((part) => !/^[\w.-]+(?:\([^()]*\))?$/.test(part)))
        say('shape', flag.valueAt, { platform });
      else if (parts.length === 1 && !known.has(parts[0]?.toLowerCase() ?? ''))
        say('neither', flag.valueAt, { platform });
    }
  },
});

/** Of one word, the platform is guessed. @see https://github.com/containerd/platforms/blob/main/platforms.go (`Parse`) */
const known: ReadonlySet<string> = new Set(
  `aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos macos wasip1
  386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le
  riscv riscv64 s390 s390x sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel local`.split(/\s+/),
);
