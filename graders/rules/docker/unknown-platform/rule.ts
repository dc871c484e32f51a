import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/unknown-platform',
  severity: 'warning',
  title: { es: 'La plataforma no existe', en: 'The platform does not exist' },
  related: ['InvalidBaseImagePlatform'],
  over: 'dockerfile',
  messages: {
    unknown: {
      es: '`{platform}` no es una plataforma: la forma es `sistema/arquitectura`, como `linux/amd64` o `linux/arm64`.',
      en: '`{platform}` is no platform: the form is `system/architecture`, like `linux/amd64` or `linux/arm64`.',
    },
  },
  check({ stages }, say) {
    for (const { from } of stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      const platform = flag?.value ?? '$';
      if (!platform.includes('$') && !shape.test(platform)) say('unknown', flag?.valueAt ?? from.at, { platform });
    }
  },
});

const shape =
  /^(?:(?:linux|windows|darwin|freebsd|wasip1|wasi|js)(?:\([\d.]+\))?(?:\/(?:amd64|arm64|arm|386|ppc64le|ppc64|s390x|riscv64|mips64le|mips64|loong64|wasm|x86_64|aarch64|x86-64|armhf|armel|i386)(?:\/v\d+)?)?|amd64|arm64|arm|386|s390x|ppc64le|riscv64|wasm|local)$/;
