import { readFileSync } from 'node:fs';
import { freshShell, openDesk, programsOf, runScript, tools } from '../../../lab/terminal/index.ts';
import { wrongValues } from '../../damage.ts';
import { entry } from '../entry.ts';
import { shellPieces } from '../shell-pieces.ts';

const programs = programsOf(tools);
const solution = 'solutions/26-servicio-de-tareas';

/** Commands of the simulated terminal, on a desk with the files of an exercise. */
export default entry({
  texts: () => [
    readFileSync(`${solution}/comandos.sh`, 'utf8'),
    'kind create cluster --name a\ndocker build -t a .\nkind load docker-image a --name a\n',
    'docker build -t a . && docker run -d --name web -p 80:8080 a; curl -si localhost | head -1; docker ps --format "{{.Names}}"; docker rm -f web\n',
    'for i in 1 2 3; do curl -s localhost:$i || echo "no $i" >> f; done; sort f | uniq -c | awk \'{print $1}\'\n',
  ],
  pieces: [...shellPieces, ...wrongValues],
  run(text) {
    const files = ['Dockerfile', 'servicio.ts'].map((path) => ({
      path,
      text: readFileSync(`${solution}/${path}`, 'utf8'),
    }));
    const session = { desk: openDesk(files), shell: freshShell };
    runScript(session, text, programs, { lang: 'es', limits: { commands: 200, output: 200_000, time: 3600 } });
  },
});
