import { absent, silent } from '../../tool/declare.ts';
import { type Command, printed, type Tool } from '../../tool/tool.ts';
import * as compose from './run.ts';

/** `docker compose`, on top of the other commands of `docker`. @param docker the tool without it */
export function composeCommand(docker: Tool): Command {
  return {
    name: 'compose',
    says: { es: 'Pone en marcha los servicios de un fichero', en: 'Starts the services of a file' },
    flags: [
      { name: 'file', short: 'f', value: 'text' },
      { name: 'project-name', short: 'p', value: 'text' },
      { name: 'profile', value: 'list' },
      ...silent('progress= ansi= compatibility'),
    ],
    beyond: ['env-file=', 'project-directory=', 'dry-run', 'parallel=', 'all-resources'],
    commands: [
      {
        name: 'up',
        says: { es: 'Crea y arranca los servicios', en: 'Creates and starts the services' },
        takes: '[SERVICE...]',
        flags: [
          { name: 'detach', short: 'd' },
          { name: 'build' },
          { name: 'force-recreate' },
          ...silent('remove-orphans wait no-color quiet-pull yes'),
        ],
        beyond: [
          'scale=',
          'no-deps',
          'watch',
          'abort-on-container-exit',
          'no-build',
          'no-recreate',
          'no-start',
          'pull=',
          'exit-code-from=',
          'timeout=',
        ],
        fidelity: 'partial',
        differs: {
          es: 'Un contenedor por servicio. Sigue image, build (context, dockerfile, args, target), command, entrypoint, container_name, ports, environment, env_file, volumes, networks, depends_on, user, working_dir, restart, labels y profiles; de healthcheck y deploy no depende nada, y lo que no sigue lo dice. Las líneas de las capas se omiten',
          en: 'One container for each service. It follows image, build (context, dockerfile, args, target), command, entrypoint, container_name, ports, environment, env_file, volumes, networks, depends_on, user, working_dir, restart, labels and profiles; nothing depends on healthcheck and deploy, and what it does not follow it says. The lines of layers are left out',
        },
        run: compose.up(docker),
      },
      {
        name: 'down',
        says: { es: 'Para y quita los servicios y sus redes', en: 'Stops and removes the services and their networks' },
        flags: [{ name: 'volumes', short: 'v' }, ...silent('remove-orphans timeout=')],
        beyond: ['rmi='],
        run: compose.down(docker),
      },
      {
        name: 'ps',
        says: { es: 'Lista los contenedores del proyecto', en: 'Lists the containers of the project' },
        takes: '[SERVICE...]',
        flags: [{ name: 'all', short: 'a' }, { name: 'quiet', short: 'q' }, { name: 'services' }],
        beyond: ['format=', 'filter=', 'status=', 'orphans', 'no-trunc'],
        run: compose.ps,
      },
      {
        name: 'logs',
        says: { es: 'Lo que han escrito los servicios', en: 'What the services have written' },
        takes: '[SERVICE...]',
        flags: [
          { name: 'follow', short: 'f' },
          { name: 'tail', short: 'n', value: 'text' },
          { name: 'no-log-prefix' },
          ...silent('no-color'),
        ],
        beyond: ['since=', 'until=', 'timestamps|t', 'index='],
        differs: {
          es: 'De un programa que el laboratorio no ejecuta no sabe lo que escribe, y lo dice',
          en: 'Of a program that the lab does not run it does not know what it writes, and says so',
        },
        run: compose.logs,
      },
      {
        name: 'build',
        says: { es: 'Construye las imágenes de los servicios', en: 'Builds the images of the services' },
        takes: '[SERVICE...]',
        flags: silent('pull quiet'),
        beyond: ['build-arg=', 'no-cache', 'push', 'ssh=', 'memory|m=', 'with-dependencies', 'builder='],
        run: compose.build(docker),
      },
      ...(['stop', 'start', 'restart'] as const).map(
        (name): Command => ({
          name,
          says: {
            es: { stop: 'Para los servicios', start: 'Arranca los servicios', restart: 'Reinicia los servicios' }[name],
            en: { stop: 'Stops the services', start: 'Starts the services', restart: 'Restarts the services' }[name],
          },
          takes: '[SERVICE...]',
          flags: name === 'start' ? [] : silent('timeout='),
          beyond: name === 'restart' ? ['no-deps'] : name === 'start' ? ['wait', 'wait-timeout='] : [],
          run: compose.change(docker, name),
        }),
      ),
      {
        name: 'exec',
        says: { es: 'Ejecuta una orden en un servicio en marcha', en: 'Runs a command in a running service' },
        takes: 'SERVICE COMMAND [ARGS...]',
        flags: [
          { name: 'env', short: 'e', value: 'text' },
          { name: 'user', short: 'u', value: 'text' },
          { name: 'workdir', short: 'w', value: 'text' },
          { name: 'no-tty', short: 'T' },
          ...silent('interactive'),
        ],
        beyond: ['detach|d', 'index=', 'privileged'],
        stopsAtOperand: true,
        run: compose.exec(docker),
      },
      {
        name: 'version',
        says: { es: 'La versión de Compose', en: 'The version of Compose' },
        flags: [{ name: 'short' }],
        beyond: ['format='],
        run: ({ desk, flags }) => printed(desk, flags.on('short') ? '2.40.3\n' : 'Docker Compose version v2.40.3\n'),
      },
      ...absent(
        'attach config cp create events images kill ls pause port pull push rm run scale stats top unpause volumes wait watch',
      ),
    ],
  };
}
