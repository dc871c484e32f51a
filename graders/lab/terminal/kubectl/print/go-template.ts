import { fill } from '../../tool/template.ts';
import { Beyond, wrong } from '../stop.ts';

/**
 * A Go template of `kubectl -o go-template`.
 * @see https://pkg.go.dev/text/template
 */
export function goTemplate(template: string): (root: unknown) => string {
  return (root) => {
    const filled = fill(template, root);
    if (typeof filled === 'string') return filled;
    const { kind, says } = filled;
    if (kind === 'beyond')
      throw new Beyond({
        es: `El laboratorio no modela \`${says}\` en una plantilla de Go.`,
        en: `The lab does not model \`${says}\` in a Go template.`,
      });
    if (kind === 'work') throw wrong(`error executing template: ${says}`);
    throw wrong(`error parsing template ${template}, template: output:1: ${says}`);
  };
}
