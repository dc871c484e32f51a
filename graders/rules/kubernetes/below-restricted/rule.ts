import type { IContainer } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { violations } from '../../../lab/cluster/index.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { titleOf } from '../../../model/workloads/places.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isWindows } from '../../../model/workloads/windows.ts';
import { rule } from '../../rule.ts';
import { perFile } from '../per-file.ts';

/** What `restricted` asks for that nobody has to decide about a program: what to write, by what Pod Security says is missing. */
const asked: Readonly<Record<string, string>> = {
  'allowPrivilegeEscalation != false': 'allowPrivilegeEscalation: false',
  'unrestricted capabilities': 'capabilities: { drop: [ALL] }',
  seccompProfile: 'seccompProfile: { type: RuntimeDefault }',
};

export default rule({
  id: 'kubernetes/below-restricted',
  severity: 'info',
  production: true,
  title: {
    es: 'Más permisos de los que pide casi cualquier programa',
    en: 'More rights than almost any program asks for',
  },
  related: [
    ...['privilege-escalation-container', 'drop-net-raw-capability'],
    ...['privilegeEscalationAllowed', 'insecureCapabilities', 'container-seccomp-profile'],
    ...['CKV_K8S_20', 'CKV_K8S_31', 'CKV_K8S_37'],
  ],
  over: 'manifests',
  messages: {
    missing: {
      es: 'En {names} falta {missing} en el `securityContext` de algún contenedor: lo pide el nivel `restricted` de Pod Security.',
      en: 'In {names} the `securityContext` of some container lacks {missing}: the level `restricted` of Pod Security asks for it.',
    },
  },
  check(manifests, say) {
    const found = podTemplatesOf(manifests).flatMap((template) => {
      const missing = isWindows(template) ? [] : missingIn(template);
      return missing.length > 0 ? [{ owner: template.owner, missing }] : [];
    });
    for (const { first, all, names } of perFile(found)) {
      const missing = [...new Set(all.flatMap((one) => one.missing))].map(code);
      say('missing', titleOf(first.owner), { names, missing });
    }
  },
});

/** A privileged container has all rights anyway, and another rule says so. */
function missingIn(template: PodTemplate): readonly string[] {
  const confined = containersOf(template).flatMap(({ container }) =>
    container.securityContext?.privileged === true ? [] : [container as IContainer],
  );
  const spec = { ...template.spec, initContainers: [], ephemeralContainers: [], containers: confined };
  return violations(spec, {}, 'restricted').flatMap((violation) => own(asked, violation) ?? []);
}
