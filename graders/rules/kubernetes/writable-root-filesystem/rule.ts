import { runningContainersOf } from '../../../model/workloads/containers.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { object } from '../../../model/workloads/values.ts';
import { isWindows } from '../../../model/workloads/windows.ts';
import { rule } from '../../rule.ts';
import { perFile } from '../per-file.ts';

export default rule({
  id: 'kubernetes/writable-root-filesystem',
  severity: 'info',
  production: true,
  title: { es: 'Se puede escribir en los ficheros de la imagen', en: 'The files of the image can be written' },
  related: [
    'no-read-only-root-fs',
    'notReadOnlyRootFilesystem',
    'container-security-context-readonlyrootfilesystem',
    'CKV_K8S_22',
  ],
  over: 'manifests',
  messages: {
    writable: {
      es: 'Los contenedores de {names} pueden cambiar los ficheros de su imagen. Falta `readOnlyRootFilesystem: true`; lo que escriban, en un `emptyDir`.',
      en: 'The containers of {names} can change the files of their image. `readOnlyRootFilesystem: true` is missing; what they write belongs in an `emptyDir`.',
    },
  },
  check(manifests, say) {
    const writable = podTemplatesOf(manifests).filter(
      (template) =>
        !isWindows(template) &&
        runningContainersOf(template).some(
          ({ container }) => object(container.securityContext)?.readOnlyRootFilesystem !== true,
        ),
    );
    for (const { first, names } of perFile(writable)) say('writable', titleOf(first.owner), { names });
  },
});
