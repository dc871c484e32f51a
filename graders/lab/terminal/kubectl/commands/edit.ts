import type { Command } from '../../tool/tool.ts';
import { kindOffers } from '../flags.ts';
import { online } from '../session.ts';
import { Beyond } from '../stop.ts';

/** There is no editor here: it says by which other commands the same is done. */
export const edit: Command = {
  name: 'edit',
  says: { es: 'Abre un objeto en un editor', en: 'Open an object in an editor' },
  takes: '(RESOURCE/NAME | -f FILENAME)',
  offers: kindOffers,
  beyond: [
    'filename|f=',
    'output|o=',
    'output-patch',
    'save-config',
    'subresource=',
    'validate=',
    'windows-line-endings',
  ],
  fidelity: 'none',
  run: online(({ call }) => {
    const what = call.operands.join(' ') || 'TIPO/NOMBRE';
    throw new Beyond({
      es: `El laboratorio no tiene editor: no se ha cambiado nada. Lo mismo se hace con \`kubectl get ${what} -o yaml > objeto.yaml\`, cambiando ese fichero, y \`kubectl apply -f objeto.yaml\`; o con \`kubectl patch\`, \`set\`, \`scale\`, \`label\`.`,
      en: `The lab has no editor: nothing was changed. The same is done with \`kubectl get ${what} -o yaml > objeto.yaml\`, a change in that file and \`kubectl apply -f objeto.yaml\`; or with \`kubectl patch\`, \`set\`, \`scale\`, \`label\`.`,
    });
  }),
};
