import { runOf } from '../../../model/dockerfile/commands.ts';
import type { Run, ShellCommand, Stage } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { lastLineage } from '../bases.ts';

export default rule({
  id: 'docker/pip-cache',
  severity: 'info',
  title: { es: 'La caché de pip se queda en la imagen', en: 'The pip cache stays in the image' },
  related: ['DL3042'],
  over: 'dockerfile',
  messages: {
    cache: {
      es: 'Añade `--no-cache-dir`: sin ella, pip deja en la capa los paquetes que ha descargado.',
      en: 'Add `--no-cache-dir`: without it, pip leaves the packages it downloaded in the layer.',
    },
  },
  check(dockerfile, say) {
    let off = false;
    for (const instruction of lastLineage(dockerfile)) {
      off = switched(instruction, off);
      const run = runOf(instruction);
      if (run && !off) for (const { at } of caching(run)) say('cache', at, {});
    }
  },
});

/** pip reads the variable as a truth: `0`, `no` and the like leave the cache on. */
const isOn = (value: string): boolean => !/^["']?(?:|0|no|off|false|n|f)["']?$/i.test(value);

function switched(instruction: Stage['instructions'][number], before: boolean): boolean {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return before;
  const pairs = 'sets' in instruction ? instruction.sets : instruction.declares;
  const set = pairs.findLast(({ name }) => name === 'PIP_NO_CACHE_DIR');
  return set ? isOn(set.value?.text ?? '') : before;
}

/** The calls of pip in a `RUN` that leave something behind. */
function caching(instruction: Run): readonly ShellCommand[] {
  const kept = instruction.mounts.some(({ options }) => /^(?:cache|tmpfs)$/.test(options.type ?? ''));
  if (kept || /(?:^|[\s;&])PIP_NO_CACHE_DIR=(?!0\b|no\b|off\b|false\b|["']?["'\s])/.test(instruction.args.text))
    return [];
  const commands = instruction.commands();
  const removed = commands.some(
    ({ name, args }) => /^(?:rm|pip[\d.]*)$/.test(name) && args.some(({ text }) => /\.cache|^purge$/.test(text)),
  );
  return removed ? [] : commands.filter(isCaching);
}

function isCaching({ name, args }: ShellCommand): boolean {
  const words = args.map(({ text }) => text);
  const isPip =
    /(?:^|\/)pip[\d.]*$/.test(name) || (/(?:^|\/)python[\d.]*$/.test(name) && words[0] === '-m' && words[1] === 'pip');
  return isPip && words.includes('install') && !words.some((word) => /^--no-cache(?:-dir)?|^\$/.test(word));
}
