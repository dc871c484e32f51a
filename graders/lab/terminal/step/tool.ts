import { resolvePath } from '../../machine/index.ts';
import type { Desk } from '../desk/desk.ts';
import { changeFile, fileAt } from '../desk/open.ts';
import { certificateOf, certificatePem, keyOf, keyPem } from '../mesh/certificates.ts';
import { refuses } from '../mesh/refuses.ts';
import { absent, silent } from '../tool/declare.ts';
import { seconds } from '../tool/parse.ts';
import { beyond, type Call, type Outcome, refused, type Tool } from '../tool/tool.ts';

const hour = 3600;

/** How long a certificate is good for where nobody says. @see command/certificate/create.go of smallstep/cli */
const profiles: ReadonlyMap<string, { readonly authority: boolean; readonly signed: boolean; readonly lasts: number }> =
  new Map([
    ['leaf', { authority: false, signed: true, lasts: 24 * hour }],
    ['intermediate-ca', { authority: true, signed: true, lasts: 87_600 * hour }],
    ['root-ca', { authority: true, signed: false, lasts: 87_600 * hour }],
  ]);

const says = (desk: Desk, text: string): Outcome => refused(desk, `${text}\n`);

/**
 * `step certificate create SUBJECT CRT KEY`: a certificate and its key, as Linkerd's page for Helm makes them.
 * @see https://linkerd.io/2-edge/tasks/generate-certificates/
 */
function create(call: Call): Outcome {
  const { desk, flags, operands, cwd } = call;
  if (operands.length !== 3)
    return says(
      desk,
      operands.length < 3
        ? `not enough positional arguments were provided in 'step certificate create'`
        : `too many positional arguments were provided in 'step certificate create'`,
    );
  const [subject = '', crt = '', key = ''] = operands;
  if (flags.on('no-password') && !flags.on('insecure'))
    return says(desk, "flag '--no-password' requires the '--insecure' flag");
  if (crt === key)
    return says(desk, "positional arguments <crt-file> and <key-file> cannot be equal in 'step certificate create'");
  const name = flags.text('profile') ?? 'leaf';
  const profile = profiles.get(name);
  if (!profile)
    return says(
      desk,
      `invalid value '${name}' for flag '--profile'; options are leaf, intermediate-ca, root-ca, self-signed`,
    );
  if (!flags.on('no-password')) return asksPassword(call);
  const lasts = flags.text('not-after') === undefined ? profile.lasts : seconds(flags.text('not-after') ?? '');
  if (lasts === undefined) return says(desk, `invalid value '${flags.text('not-after')}' for flag '--not-after'`);
  const present = [crt, key].find((path) => fileAt(desk, resolvePath(cwd, path)));
  if (present !== undefined && !flags.on('force')) return asksOverwrite(call, present);
  const id = `k${desk.made + 1}`;
  const signer = profile.signed ? signerOf(call, name) : { issuer: subject, signer: id };
  if (typeof signer === 'string') return says(desk, signer);
  const certificate = {
    subject,
    ...signer,
    key: id,
    authority: profile.authority,
    from: Math.floor(desk.clock),
    until: Math.floor(desk.clock) + lasts,
  };
  const written = changeFile(
    changeFile(desk, resolvePath(cwd, crt), certificatePem(certificate)),
    resolvePath(cwd, key),
    keyPem(id),
  );
  return {
    desk: { ...written, made: desk.made + 1 },
    stdout: '',
    stderr: `Your certificate has been saved in ${crt}.\nYour private key has been saved in ${key}.\n`,
    exit: 0,
  };
}

/** Who signs, as `--ca` and `--ca-key` say. @returns the words of a refusal otherwise */
function signerOf({ desk, flags, cwd }: Call, profile: string) {
  const ca = flags.text('ca');
  const key = flags.text('ca-key');
  const wants = (flag: string) => `flag '--profile ${profile}' requires the '--${flag}' flag`;
  if (ca === undefined) return wants('ca');
  if (key === undefined) return wants('ca-key');
  const read = (path: string) => fileAt(desk, resolvePath(cwd, path))?.content;
  const text = read(ca);
  if (text === undefined) return `open ${ca} failed: no such file or directory`;
  const keyText = read(key);
  if (keyText === undefined) return `open ${key} failed: no such file or directory`;
  const certificate = certificateOf(text);
  if (!certificate) return `error decoding ${ca}: not a valid PEM encoded block`;
  const pair = keyOf(keyText);
  if (pair === undefined) return `error decoding ${key}: contains an invalid PEM block`;
  if (pair !== certificate.key) return "x509: provided PrivateKey doesn't match parent's PublicKey";
  return { issuer: certificate.subject, signer: certificate.key };
}

const asksPassword = (call: Call): Outcome =>
  beyond(call, {
    es: 'Aquí `step` pediría una contraseña para la clave, y el laboratorio no la pregunta: usa `--no-password --insecure`, como la página de Linkerd.',
    en: 'Here `step` would ask for a password of the key, and the lab asks for none: use `--no-password --insecure`, as the page of Linkerd does.',
  });

const asksOverwrite = (call: Call, path: string): Outcome =>
  beyond(call, {
    es: `Aquí \`step\` preguntaría si sobrescribe ${path}, y el laboratorio no pregunta: usa \`--force\`.`,
    en: `Here \`step\` would ask whether to overwrite ${path}, and the lab does not ask: use \`--force\`.`,
  });

const tool: Tool = {
  version: '0.21.0',
  refuses,
  command: {
    name: 'step',
    says: { es: 'Certificados', en: 'Certificates' },
    commands: [
      {
        name: 'certificate',
        says: { es: 'Crea y mira certificados', en: 'Create and look at certificates' },
        commands: [
          {
            name: 'create',
            says: { es: 'Crea un certificado y su clave', en: 'Create a certificate and its key' },
            takes: 'SUBJECT CRT-FILE KEY-FILE',
            fidelity: 'partial',
            differs: {
              es: 'El fichero dice de quién es, quién firma y hasta cuándo, sin ser ASN.1.',
              en: 'The file says whose it is, who signs and until when, and is no ASN.1.',
            },
            flags: [
              { name: 'profile', value: 'text', offers: [...profiles.keys()] },
              { name: 'ca', value: 'text' },
              { name: 'ca-key', value: 'text' },
              { name: 'not-after', value: 'text' },
              { name: 'no-password' },
              { name: 'insecure' },
              { name: 'force', short: 'f' },
              ...silent('kty= curve= crv= size= san='),
            ],
            beyond: [
              'csr',
              'bundle',
              'key=',
              'template=',
              'password-file=',
              'ca-password-file=',
              'not-before=',
              'subtle',
            ],
            run: create,
          },
          ...absent('bundle fingerprint format inspect install key lint needs-renewal p12 sign uninstall verify'),
        ],
      },
      ...absent('ca crypto fileserver oauth path ssh version'),
    ],
  },
};
export default tool;
