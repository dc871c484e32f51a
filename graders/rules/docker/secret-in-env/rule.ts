import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/secret-in-env',
  severity: 'warning',
  title: { es: 'Un secreto queda escrito en la imagen', en: 'A secret is written into the image' },
  related: ['SecretsUsedInArgOrEnv', 'DL3064'],
  over: 'dockerfile',
  messages: {
    secret: {
      es: '`{keyword} {name}` parece un secreto, y queda a la vista en el historial de la imagen. Usa `RUN --mount=type=secret`, o dalo al arrancar.',
      en: '`{keyword} {name}` looks like a secret, and stays readable in the history of the image. Use `RUN --mount=type=secret`, or give it at run time.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      const { keyword } = instruction;
      const pairs = 'sets' in instruction ? instruction.sets : instruction.declares;
      for (const { name, nameAt, value } of pairs) {
        const empty = keyword === 'ENV' && /^(?:["']{2})?$/.test(value?.text ?? '');
        if (secret.test(name) && (name === 'AWS_ACCESS_KEY_ID' || !harmless.test(name)) && !empty)
          say('secret', nameAt, { keyword, name });
      }
    }
  },
});

/** The words BuildKit looks for, as whole parts of a name. */
const secret = /^AWS_ACCESS_KEY_ID$|(?:^|_)(?:apikey|auth|credentials?|key|passwd|password|pword|secret|token)(?:_|$)/i;
/** Names that only speak about a secret: where it is, how long it lives, the public half. */
const harmless =
  /(?:_(?:FILE|PATH|DIR|TTL|NAME|ID|URL|TYPE|SIZE|LENGTH|EXPIRY|VERSION|ALGORITHM|HEADER|PREFIX|HOST|PORT|USER|REPO|REF|SHA|COMMIT|BRANCH|TAG|REVISION|KEYS|SERVER))$|^PUBLIC|PUBLIC_KEY|^GPG_KEY|_GPG_KEY/i;
