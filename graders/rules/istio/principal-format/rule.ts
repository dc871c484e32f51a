import { own } from '../../../core/own.ts';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { optionalTexts } from '../../../model/mesh/fields.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'istio/principal-format',
  severity: 'warning',
  title: { es: 'Una identidad que nadie puede tener', en: 'An identity that nobody can have' },
  over: 'manifests',
  messages: {
    spiffe: {
      es: 'La identidad se escribe sin `spiffe://`: `{right}`.',
      en: 'The identity is written without `spiffe://`: `{right}`.',
    },
    shape: {
      es: '`{principal}` no es una identidad: son de la forma `cluster.local/ns/<espacio>/sa/<cuenta>`.',
      en: '`{principal}` is no identity: they look like `cluster.local/ns/<namespace>/sa/<account>`.',
    },
    middle: {
      es: 'En `{principal}` el asterisco está en medio y es un carácter más: solo vale al principio o al final.',
      en: 'In `{principal}` the asterisk is in the middle and is a plain character: it only works at the start or the end.',
    },
  },
  check(manifests, say) {
    for (const resource of ofKind(manifests, 'AuthorizationPolicy', 'security.istio.io')) {
      for (const source of readAuthorizationPolicy(resource).rules.flatMap(({ from = [] }) => from)) {
        for (const field of ['principals', 'notPrincipals']) {
          for (const [index, principal] of (optionalTexts(own(source, field)) ?? []).entries()) {
            const at = spanOf(own(source, field), index) ?? resource.at;
            const right = principal.replace('spiffe://', '');
            if (right !== principal) say('spiffe', at, { right });
            else if (principal.slice(1, -1).includes('*')) say('middle', at, { principal });
            else if (!isPossible(principal)) say('shape', at, { principal });
          }
        }
      }
    }
  },
});

/** Whole, or a piece of one with an asterisk at one end. */
function isPossible(principal: string): boolean {
  if (principal.includes('*')) return true;
  return /^[^/]+\/ns\/[^/]+\/sa\/[^/]+$/.test(principal);
}
