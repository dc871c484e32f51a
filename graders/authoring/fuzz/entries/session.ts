import { filesOf, readSavedSession } from '../../../core/saved-session.ts';
import { openLab } from '../../../lab.ts';
import { replayed } from '../../../lab-session.ts';
import { entry } from '../entry.ts';

const session = {
  timonel: 'lab',
  version: 1,
  exercise: 'laboratorio-linkerd',
  files: { 'a.sh': 'echo hola\n', 'b/c.txt': '' },
  commands: ['sh a.sh', { line: 'cat b/c.txt', files: { 'b/c.txt': 'x' } }, { line: 'set -e\nfalse\n', script: true }],
};

/** A session in a file or a link that somebody else made. */
export default entry({
  texts: () => [JSON.stringify(session, null, 1), JSON.stringify({ ...session, commands: ['undo', 'cd /', 'help'] })],
  pieces: [
    '"commands":',
    '"files":',
    '"__proto__":',
    '"line":',
    '"script": true',
    '{}',
    '[]',
    'null',
    '"',
    '../',
    '\\u0000',
  ],
  run: (text) => {
    const saved = readSavedSession(text);
    if (saved) replayed(openLab(filesOf(saved)), saved.commands, 'es');
  },
});
