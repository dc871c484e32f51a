import { notErasable, readService, textWith } from '../../../checks/service/source.ts';
import { literalPieces } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { texts } from '../samples.ts';

/** Reading a service; it is never run here. */
export default entry({
  texts: () => texts(/solutions\/[^/]+\/(?:.*\/)?servicio\.ts$/),
  pieces: [
    ...literalPieces,
    ' as a',
    '<any>(',
    'a=>',
    'a?b:',
    'import ',
    'require(',
    'await ',
    'class {',
    '`${',
    'async (',
    '@a ',
  ],
  run(text) {
    const source = { path: 'servicio.ts', text };
    const service = readService(source);
    sane(service.findings, [source]);
    notErasable(service);
    textWith(service, 'tareas');
  },
});
