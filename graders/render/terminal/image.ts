import type { Finding } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import type { ImageConfig, ImageDescription, StartDescription } from '../../lab/image/index.ts';
import { findingLines } from './finding.ts';
import { safe } from './safe.ts';
import { indent, placeOf, type Screen, say } from './screen.ts';
import { whatHappened } from './sentences.ts';
import { traceLines } from './trace.ts';
import { padEnd, padStart, widthOf } from './width.ts';
import { wrap } from './wrap.ts';

type Built = Extract<ImageDescription, { readonly built: true }>;

const mostFiles = 20;

/** The image that a Dockerfile gives, layer by layer, and what starts. */
export function imageLines(
  description: ImageDescription,
  refusal: Finding | undefined,
  screen: Screen,
): readonly string[] {
  if (!description.built) return refusal ? findingLines(refusal, screen) : [];
  const { base, size, config, start, hops } = description;
  const data = { base: base ?? 'scratch', megabytes: size.megabytes };
  return [
    ...wrap(say(screen, headline, data), screen.width, screen.palette),
    '',
    ...block(layersTitle, layersLines(description, screen), screen),
    '',
    ...block(filesTitle, filesLines(description, screen), screen),
    '',
    ...block(configTitle, configLines(config, screen), screen),
    '',
    ...block(startTitle, startLines(start, screen), screen),
    '',
    ...block(whatHappened, traceLines({ hops, outcome: null }, inner(screen)), screen),
  ];
}

const inner = (screen: Screen): Screen => ({ ...screen, width: screen.width - 2 });

function block(heading: Text, lines: readonly string[], screen: Screen): readonly string[] {
  return [screen.palette.strong(say(screen, heading)), ...indent(lines.length > 0 ? lines : [say(screen, nothing)], 2)];
}

function layersLines({ layers }: Built, screen: Screen): readonly string[] {
  const digits = String(layers.length).length;
  const width = Math.max(0, ...layers.map(({ keyword }) => keyword.length));
  return layers.map(({ keyword, at, paths }, index) => {
    const number = padStart(String(index + 1), digits);
    const place = screen.palette.faint(placeOf(screen, at));
    return `${number}  ${padEnd(keyword, width)}  ${say(screen, pathsCount, { paths })}  ${place}`;
  });
}

function filesLines({ files, incomplete }: Built, screen: Screen): readonly string[] {
  const shown = files.slice(0, mostFiles);
  const owners = Math.max(0, ...shown.map(({ owner }) => widthOf(safe(owner))));
  const rows = shown.map(({ path, mode, owner }) => `${mode}  ${padEnd(safe(owner), owners)}  ${safe(path)}`);
  const left = files.length - shown.length;
  return [
    ...rows,
    ...(left > 0 ? [screen.palette.faint(say(screen, moreFiles, { left }))] : []),
    ...(incomplete.length > 0 ? wrap(say(screen, perhapsMore, { incomplete }), screen.width - 2, screen.palette) : []),
  ];
}

function configLines(config: ImageConfig, screen: Screen): readonly string[] {
  const { entrypoint, cmd, user, workdir, env, exposes, volumes, labels, stopSignal } = config;
  const pairs = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => `${name}=${value}`);
  const rows: readonly (readonly [string, string])[] = [
    ['ENTRYPOINT', entrypoint === null ? '' : JSON.stringify(entrypoint)],
    ['CMD', cmd === null ? '' : JSON.stringify(cmd)],
    ['USER', user],
    ['WORKDIR', workdir],
    ['EXPOSE', exposes.join(' ')],
    ['VOLUME', volumes.join(' ')],
    ['ENV', pairs(env).join(' ')],
    ['LABEL', pairs(labels).join(' ')],
    ['STOPSIGNAL', stopSignal ?? ''],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .flatMap(([name, value]) => {
      const [first = '', ...rest] = wrap(value, Math.max(30, screen.width - 14), screen.palette);
      return [`${padEnd(name, 10)}  ${first}`, ...indent(rest, 12)];
    });
}

function startLines(start: StartDescription, screen: Screen): readonly string[] {
  const { starts, refusal, argv, user, workdir, output, exit, listens } = start;
  const command = JSON.stringify(argv);
  const told = [
    ...(argv.length > 0 ? [say(screen, runs, { command, user: user.name, workdir })] : []),
    ...(argv.length === 0 && starts ? [say(screen, ofBase)] : []),
    ...(starts ? [] : [say(screen, refusals[refusal ?? 'no-command'])]),
    ...(typeof exit === 'number' ? [say(screen, ends, { exit })] : []),
    ...(exit === 'running' ? [say(screen, keepsRunning)] : []),
    ...listens.map(({ port, address }) => say(screen, address === 'any' ? listensAll : listensLoopback, { port })),
  ];
  const printed = output === null || output === '' ? [] : printedLines(output, screen);
  return [...told.flatMap((line) => wrap(line, screen.width - 2, screen.palette)), ...printed];
}

function printedLines(output: string, screen: Screen): readonly string[] {
  const lines = output.replace(/\n$/, '').split('\n');
  return [say(screen, prints), ...lines.slice(0, 10).map((line) => `  ${screen.palette.faint('│')} ${safe(line)}`)];
}

const headline: Text = {
  es: 'Imagen sobre `{base}`, de unos {megabytes} MB',
  en: 'Image on `{base}`, about {megabytes} MB',
};
const layersTitle: Text = { es: 'Capas que añade', en: 'Layers it adds' };
const filesTitle: Text = { es: 'Ficheros que añade', en: 'Files it adds' };
const configTitle: Text = { es: 'Configuración', en: 'Configuration' };
const startTitle: Text = { es: 'Al arrancar', en: 'When it starts' };
const nothing: Text = { es: 'nada', en: 'nothing' };
const pathsCount: Text = { es: '{paths} {paths:ruta|rutas}', en: '{paths} {paths:path|paths}' };
const moreFiles: Text = { es: '… y {left} más', en: '… and {left} more' };
const perhapsMore: Text = {
  es: 'En {incomplete} puede haber más: lo que traen la imagen base y los `RUN` solo se sabe construyendo.',
  en: 'There may be more in {incomplete}: what the base image and `RUN` bring, only building would tell.',
};
const runs: Text = {
  es: 'Ejecuta `{command}` como `{user}` en `{workdir}`.',
  en: 'Executes `{command}` as `{user}` in `{workdir}`.',
};
const ofBase: Text = {
  es: 'Qué ejecuta lo dice la imagen base, que aquí no se conoce.',
  en: 'What it executes the base image says, which is not known here.',
};
const ends: Text = { es: 'Termina con el código {exit}.', en: 'Ends with code {exit}.' };
const keepsRunning: Text = { es: 'Sigue en marcha.', en: 'Keeps running.' };
const listensAll: Text = { es: 'Escucha en el puerto {port}.', en: 'Listens on port {port}.' };
const listensLoopback: Text = {
  es: 'Escucha en el puerto {port}, solo para el propio contenedor.',
  en: 'Listens on port {port}, for the container itself only.',
};
const prints: Text = { es: 'Imprime:', en: 'Prints:' };

const refusals: Readonly<Record<NonNullable<StartDescription['refusal']>, Text>> = {
  'no-command': {
    es: 'No arranca: nada dice qué ejecutar.',
    en: 'It does not start: nothing says what to execute.',
  },
  'unknown-user': { es: 'No arranca: su usuario no existe.', en: 'It does not start: its user does not exist.' },
  'program-not-found': {
    es: 'No arranca: el programa no está en la imagen.',
    en: 'It does not start: the program is not in the image.',
  },
  'not-executable': {
    es: 'No arranca: el fichero no se puede ejecutar.',
    en: 'It does not start: the file is not executable.',
  },
  'no-loader': {
    es: 'No arranca: al programa le faltan las bibliotecas de su sistema.',
    en: 'It does not start: the program lacks the libraries of its system.',
  },
  'exec-format': {
    es: 'No arranca: el sistema no sabe ejecutar ese fichero.',
    en: 'It does not start: the system does not know how to execute that file.',
  },
};
