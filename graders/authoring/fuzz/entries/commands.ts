import { readFileSync } from 'node:fs';
import type { Command, Flag, Tool } from '../../../lab/terminal/index.ts';
import { freshShell, openDesk, programsOf, runScript, tools } from '../../../lab/terminal/index.ts';
import { wrongValues } from '../../damage.ts';
import { entry } from '../entry.ts';

const programs = programsOf(tools);
const solution = 'solutions/26-servicio-de-tareas';

/** Every word that a tool declares: commands, flags, what may stand behind them. */
function wordsOf({ command, everywhere = [] }: Tool): readonly string[] {
  return [...everywhere.map(flagOf), ...commandWords(command, command.name)];
}

function commandWords({ commands = [], flags = [] }: Command, path: string): readonly string[] {
  const own = flags.map((flag) => `${path} ${flagOf(flag)}`);
  return [path, ...own, ...commands.flatMap((one) => commandWords(one, `${path} ${one.name}`))];
}

const flagOf = ({ name, value, offers }: Flag): string => {
  const dashed = name.length === 1 ? `-${name}` : `--${name}`;
  const [first = 'x'] = Array.isArray(offers) ? (offers as readonly string[]) : [];
  return value === undefined ? dashed : `${dashed} ${value === 'number' ? '1' : first}`;
};

const shell = [
  '|',
  '&&',
  '||',
  ';',
  '&',
  '$(',
  ')',
  '"',
  "'",
  '{',
  '}',
  'for i in 1 2; do',
  'done',
  'if',
  'fi',
  '$i',
  '2>&1',
  '> f',
  '<<FIN\n',
  '\nFIN\n',
  '*',
  '\\',
];

/** Commands of the simulated terminal, on a desk with the files of an exercise. */
export default entry({
  texts: () => [
    readFileSync(`${solution}/comandos.sh`, 'utf8'),
    'kind create cluster --name a\ndocker build -t a .\nkind load docker-image a --name a\n',
    'docker build -t a . && docker run -d --name web -p 80:8080 a; curl -si localhost | head -1; docker ps --format "{{.Names}}"; docker rm -f web\n',
    'for i in 1 2 3; do curl -s localhost:$i || echo "no $i" >> f; done; sort f | uniq -c | awk \'{print $1}\'\n',
  ],
  pieces: [...shell, ...tools.flatMap(wordsOf), ...wrongValues],
  run(text) {
    const files = ['Dockerfile', 'servicio.ts'].map((path) => ({
      path,
      text: readFileSync(`${solution}/${path}`, 'utf8'),
    }));
    const session = { desk: openDesk(files), shell: freshShell };
    runScript(session, text, programs, { lang: 'es', limits: { commands: 200, output: 200_000, time: 3600 } });
  },
});
