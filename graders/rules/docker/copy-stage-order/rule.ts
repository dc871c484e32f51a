import type { Span } from '../../../core/span.ts';
import type { Dockerfile, Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/copy-stage-order',
  severity: 'error',
  title: {
    es: '`from` toma los ficheros de una etapa que aún no existe',
    en: '`from` takes files of a stage that is not there yet',
  },
  related: ['DL3022', 'DL3023'],
  over: 'dockerfile',
  messages: {
    later: {
      es: 'La etapa `{stage}` está más abajo: solo se puede copiar de las anteriores. Docker se niega a construir.',
      en: 'The stage `{stage}` comes later: only earlier ones can be copied from. Docker refuses to build.',
    },
    itself: {
      es: 'La etapa `{stage}` no puede copiar de sí misma. Docker se niega a construir.',
      en: 'The stage `{stage}` cannot copy from itself. Docker refuses to build.',
    },
    number: {
      es: 'No hay ninguna etapa {stage}: se numeran desde 0, y solo se puede copiar de las anteriores.',
      en: 'There is no stage {stage}: they are numbered from 0, and only earlier ones can be copied from.',
    },
  },
  check({ stages }, say) {
    for (const { index, instructions, name: own } of stages) {
      const names = stages.slice(0, index).map(({ name }) => name);
      for (const { value, at, numbers } of instructions.flatMap(stagesNamed)) {
        const stage = value.toLowerCase();
        // Of two stages of one name the last one counts, so its own name always means the stage itself.
        if (stage !== own && (names.includes(stage) || value.includes('$'))) continue;
        if (numbers && /^\d+$/.test(value)) {
          if (Number(value) >= index) say('number', at, { stage: value });
        } else if (stage === own) say('itself', at, { stage: value });
        else if (isLater(stages, index, stage)) say('later', at, { stage: value });
      }
    }
  },
});

function isLater(stages: Dockerfile['stages'], index: number, stage: string): boolean {
  return stages.slice(index + 1).some(({ name }) => name === stage);
}

interface Named {
  readonly value: string;
  readonly at: Span;
  /** Whether a number means the stage of that position. */
  readonly numbers: boolean;
}

/** The stages that an instruction takes files of. What `ONBUILD` holds belongs to another build. */
function stagesNamed(instruction: Instruction): readonly Named[] {
  if (instruction.keyword === 'RUN') {
    return instruction.mounts.flatMap(({ options: { from }, at }) =>
      from === undefined ? [] : [{ value: from, at, numbers: false }],
    );
  }
  if (instruction.keyword !== 'COPY') return [];
  return instruction.flags.flatMap(({ name, value, valueAt }) =>
    name === 'from' && value ? [{ value, at: valueAt, numbers: true }] : [],
  );
}
