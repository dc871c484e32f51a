import { resolvePath } from '../../machine/index.ts';
import { fileAt } from '../desk/open.ts';
import { issuerProblem } from '../mesh/certificates.ts';
import { identityObjects } from '../mesh/linkerd.ts';
import { beyond, type Call, type Outcome, refused } from '../tool/tool.ts';

/**
 * What `--set` and `--set-string` say, where it is more than nothing: of a value that decides something the lab says that it does not model it.
 * @param silent values that decide nothing here
 */
export function settingsOf(call: Call, silent: readonly string[]): Outcome | undefined {
  const written = ['set', 'set-string'].flatMap((flag) => call.flags.all(flag)).flatMap((one) => one.split(','));
  const unknown = written
    .map((one) => one.slice(0, one.indexOf('=')))
    .find((name) => !silent.some((known) => name === known || name.startsWith(`${known}.`)));
  if (unknown === undefined) return undefined;
  const called = call.path.join(' ');
  return beyond(call, {
    es: `El laboratorio no modela el valor \`${unknown}\` de \`${called} --set\`: no se ha hecho nada.`,
    en: `The lab does not model the value \`${unknown}\` of \`${called} --set\`: nothing was done.`,
  });
}

const files = {
  anchors: { flag: 'identity-trust-anchors-file', wants: 'a trust anchors file' },
  crt: { flag: 'identity-issuer-certificate-file', wants: 'a certificate file' },
  key: { flag: 'identity-issuer-key-file', wants: 'a private key file' },
} as const;

/** What is wrong with the certificates of an issuer, in the words of upstream. @see linkerd2/pkg/issuercerts/issuercerts.go, pkg/tls/cred.go */
const problems = {
  unreadable: 'failed to read CA: failed to decode PEM certificates',
  'key-mismatch': 'failed to read CA: tls: Public and private key do not match',
  'no-authority': 'issuer cert is not a CA',
  'unknown-authority': 'x509: certificate signed by unknown authority',
} as const;

/**
 * The objects with the certificates that the flags `--identity-*-file` name; none where no flag does, and Linkerd makes its own.
 * @see initializeIssuerCredentials in linkerd2/cli/cmd/options.go
 */
export function givenIdentity(call: Call): Outcome | ReturnType<typeof identityObjects> {
  const { desk, flags, cwd } = call;
  if (!Object.values(files).some(({ flag }) => flags.has(flag))) return [];
  const missing = Object.values(files).find(({ flag }) => !flags.has(flag));
  if (missing) return refused(desk, `${missing.wants} must be specified if other credentials are provided\n`);
  const read = ({ flag }: { readonly flag: string }) => {
    const path = flags.text(flag) ?? '';
    return { path, text: fileAt(desk, resolvePath(cwd, path))?.content };
  };
  const [anchors, crt, key] = [read(files.anchors), read(files.crt), read(files.key)];
  const absent = [anchors, crt, key].find(({ text }) => text === undefined);
  if (absent) return refused(desk, `open ${absent.path}: no such file or directory\n`);
  const texts = [anchors.text ?? '', crt.text ?? '', key.text ?? ''] as const;
  const problem = issuerProblem(...texts);
  if (problem) return refused(desk, `failed to validate issuer credentials: ${problems[problem]}\n`);
  return identityObjects(...texts);
}
