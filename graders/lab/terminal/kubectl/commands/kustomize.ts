import { resolvePath } from '../../../machine/index.ts';
import { changeFile } from '../../desk/open.ts';
import type { Command } from '../../tool/tool.ts';
import { kustomization } from '../ask/kustomize.ts';
import { yamlText } from '../print/yaml.ts';
import { offline } from '../session.ts';
import { wrong } from '../stop.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_kustomize/ */
export const kustomize: Command = {
  name: 'kustomize',
  says: { es: 'Escribe los objetos de una kustomization', en: 'Print the objects of a kustomization' },
  takes: 'DIR',
  flags: [
    {
      name: 'output',
      short: 'o',
      value: 'text',
      says: { es: 'El fichero en el que se escriben', en: 'The file they are written to' },
    },
    { name: 'load-restrictor', value: 'text', fidelity: 'partial' },
  ],
  beyond: [
    'enable-helm',
    'helm-command=',
    'enable-alpha-plugins',
    'network',
    'network-name=',
    'mount=',
    'env|e=',
    'as-current-user',
    'helm-api-versions=',
    'helm-kube-version=',
    'helm-debug',
  ],
  run: offline((call) => {
    const [folder = '.', ...others] = call.operands;
    if (others.length > 0) throw wrong('specify one path to kustomization.yaml');
    const text = kustomization(call, folder)
      .map(({ data }) => yamlText(data))
      .join('---\n');
    const file = call.flags.text('output');
    return file === undefined ? { out: text } : { desk: changeFile(call.desk, resolvePath(call.cwd, file), text) };
  }),
};
