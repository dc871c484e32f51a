import { nearest } from '../../../core/nearest.ts';
import { mayBeSetBy } from '../../../lab/image/index.ts';
import type { Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { rule } from '../../rule.ts';
import { type Lineage, lineage } from '../bases.ts';
import { automatic, type Use, usesOf } from '../words.ts';

export default rule({
  id: 'docker/undefined-variable',
  severity: 'warning',
  title: { es: 'Se usa una variable que no tiene valor', en: 'A variable without value is used' },
  related: ['UndefinedVar'],
  over: 'dockerfile',
  messages: {
    undefined: {
      es: '`{name}` no tiene valor aquí: ningún `ENV` ni `ARG` de esta etapa la declara antes.',
      en: '`{name}` has no value here: no `ENV` or `ARG` of this stage declares it before.',
    },
    global: {
      es: '`{name}` se declara antes de `FROM`: para usarla dentro de la etapa hace falta repetir `ARG {name}` en ella.',
      en: '`{name}` is declared before `FROM`: to use it inside the stage, repeat `ARG {name}` in it.',
    },
    suggestion: {
      es: '`{name}` no tiene valor aquí. ¿Querías escribir `{suggestion}`?',
      en: '`{name}` has no value here. Did you mean `{suggestion}`?',
    },
  },
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      const line = lineage(dockerfile, stage);
      const known = new Set([...automatic, ...baseNames(line)]);
      for (const parent of line.stages.slice(1)) for (const name of declaredIn(parent.instructions)) known.add(name);
      for (const instruction of stage.instructions) {
        for (const use of usesOf(instruction, known, dockerfile)) {
          if (use.found || use.guarded || !/^[A-Za-z_]/.test(use.name)) continue;
          explain(use, known);
        }
        for (const name of declaredIn([instruction])) known.add(name);
      }
      function explain({ name, at }: Use, names: ReadonlySet<string>): void {
        const globals = dockerfile.globalArgs.flatMap(({ declares }) => declares.map((one) => one.name));
        const suggestion = nearest(
          name,
          [...names].filter((one) => !automatic.has(one) && !sharesBase(one, line)),
        );
        if (globals.includes(name)) say('global', at, { name });
        else if (suggestion !== undefined && name.length > 2) say('suggestion', at, { name, suggestion });
        else if (line.base !== undefined && !mayComeFromBase(name, line.base)) say('undefined', at, { name });
      }
    }
  },
});

function declaredIn(instructions: readonly Instruction[]): readonly string[] {
  return instructions.flatMap((instruction) => {
    if (instruction.keyword === 'ENV') return instruction.sets.map(({ name }) => name);
    return instruction.keyword === 'ARG' ? instruction.declares.map(({ name }) => name) : [];
  });
}

function baseNames({ base }: Lineage): readonly string[] {
  return base === undefined || base === 'scratch' ? [] : Object.keys(base.env);
}

const sharesBase = (name: string, line: Lineage): boolean => baseNames(line).includes(name);

function mayComeFromBase(name: string, base: Lineage['base']): boolean {
  return base !== undefined && base !== 'scratch' && mayBeSetBy(base.repository, name);
}
