import { BadComments, notesFor, readComments } from '../../../classroom/comments/comments.ts';
import { formsOf } from '../../../classroom/similar/forms.ts';
import { mixed } from '../../../classroom/testing/results.ts';
import { lazy } from '../../../core/lazy.ts';
import { yamlPieces } from '../../damage.ts';
import { Crash, entry } from '../entry.ts';

const forms = lazy(() => formsOf(mixed, () => undefined));

/** A teacher's file of comments: each reaches its answers or is told, and a file that is none is refused at a line of it. */
export default entry({
  texts: () => [
    'comentarios:\n  - ejercicio: 13\n    como: carlos\n    texto: |\n      Uno.\n      Dos.\n  - { ejercicio: pod, forma: 0123456789ab, texto: x }\n',
  ],
  pieces: [...yamlPieces, 'comentarios:', 'ejercicio', 'como', 'forma', 'texto', '__proto__'],
  tree: 'yaml',
  run(text) {
    try {
      notesFor(readComments('comentarios.yaml', text), mixed, forms());
    } catch (problem) {
      if (!(problem instanceof BadComments)) throw problem;
      if (!(problem.line >= 1 && problem.line <= text.split('\n').length)) throw new Crash(`line ${problem.line}`);
    }
  },
});
