/** Words that end the name of a secret. A password is one however it is joined to what goes before: `PGPASSWORD`. */
const secretName =
  /(?:password|passwd|passphrase|(?:^|[_.-])(?:secret|token|credentials?|(?:api|access|private|encryption|signing)[_.-]?key))$/;

/** What is written in place of a secret, or is no secret whatever its name: switches, numbers, paths, references. */
const harmless = /^(?:|true|false|yes|no|on|off|none|null|\d+|\/.*|(?:file|https?):\/\/.*|\$[({].*|<.*>|\{\{.*)$/i;

/** `postgres://ana:clave@base/tienda` */
const credentialsInUrl = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@$<{*]+@/i;

/** Whether a name and its literal value look like a secret in plain sight. */
export function looksSecret(name: string, value: string): boolean {
  if (credentialsInUrl.test(value)) return true;
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return secretName.test(words) && !harmless.test(value.trim());
}
