import { textAt } from '../../../core/fields.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { refusalText, verdictOf } from '../../istio/index.ts';
import { resolvePath } from '../../machine/index.ts';
import { fileAt } from '../desk/open.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../tool/tool.ts';

/**
 * `istioctl validate -f`: what istiod itself would refuse of files, without a cluster.
 * @see istioctl/pkg/validate/validate.go
 */
function validate(call: Call): Outcome {
  const { desk, flags, stdin, cwd } = call;
  const paths = flags.list('filename');
  if (paths.length === 0)
    return refused(
      desk,
      "Error: error: you must specify resources by --filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n",
    );
  const errors: string[] = [];
  const valid: string[] = [];
  for (const path of paths) {
    const whole = resolvePath(cwd, path);
    const text = path === '-' ? stdin : fileAt(desk, whole)?.content;
    if (text === undefined) {
      errors.push(`cannot stat file ${JSON.stringify(path)}: stat ${path}: no such file or directory`);
      continue;
    }
    const { resources, findings } = readManifests(parseYaml({ path, text }), 'answer');
    if (resources.length === 0 && findings.some(({ severity }) => severity === 'error')) {
      errors.push(`failed to decode file ${path}: : error converting YAML to JSON`);
      continue;
    }
    const found = resources.flatMap((one) =>
      verdictOf(one).refusals.map((refusal) => {
        const reason = refusalText(refusal).en;
        return `${one.kind}/${textAt(one.metadata, 'namespace') ?? ''}/${one.name}: ${reason}`;
      }),
    );
    errors.push(...found);
    if (found.length === 0) valid.push(path === '-' ? 'validation succeed\n' : `${JSON.stringify(path)} is valid\n`);
  }
  if (errors.length === 0) return printed(desk, '', valid.join(''));
  const list = errors.map((one) => `\t* ${one}\n`).join('');
  const count = `${errors.length} error${errors.length === 1 ? '' : 's'} occurred:`;
  return refused(desk, `Error: ${count}\n${list}\n`);
}

export const validateCommand: Command = {
  name: 'validate',
  aliases: ['v'],
  says: { es: 'Mira si istiod aceptaría un fichero', en: 'See whether istiod would accept a file' },
  takes: '-f FILENAME',
  fidelity: 'partial',
  differs: {
    es: 'Los motivos van con palabras del laboratorio; no mira etiquetas de Deployments ni puertos de Services.',
    en: 'Reasons are in the words of the lab; it looks at no labels of Deployments and no ports of Services.',
  },
  flags: [{ name: 'filename', short: 'f', value: 'list' }],
  run: validate,
};
