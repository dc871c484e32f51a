import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/constant-platform',
  severity: 'info',
  title: { es: 'La plataforma está escrita a mano', en: 'The platform is hard-coded' },
  related: ['FromPlatformFlagConstDisallowed', 'DL3029'],
  over: 'dockerfile',
  messages: {
    constant: {
      es: '`--platform={platform}` obliga a una arquitectura. Si es a propósito, déjalo; si no, usa `$BUILDPLATFORM` o nada.',
      en: '`--platform={platform}` forces one architecture. Keep it if that is the point; otherwise use `$BUILDPLATFORM` or nothing.',
    },
  },
  check({ stages }, say) {
    for (const { from, name: stage } of stages) {
      for (const { name, value = '$', at } of from.flags) {
        // A stage named after its platform chooses it on purpose.
        const meant = stage !== undefined && value.split('/').some((part) => stage.includes(part.toLowerCase()));
        if (name === 'platform' && !value.includes('$') && !meant) say('constant', at, { platform: value });
      }
    }
  },
});
