import type { Dockerfile, From, Instruction } from '../../../model/dockerfile/dockerfile.ts';
import { commentsAbove } from './asked.ts';
import type { Warn } from './warning.ts';

/** What can be told of each line by itself, as it is read. */
export function checkInstructions(
  dockerfile: Dockerfile,
  everywhere: Warn,
  at: (instruction: Instruction) => Warn,
): void {
  for (const { emptyLines, at: written } of dockerfile.instructions) {
    // BuildKit points to the last line that it joined.
    const from = lastLineOf(dockerfile.source.text, written.to, emptyLines.at(-1)?.to ?? 0);
    if (emptyLines.length > 0)
      everywhere('NoEmptyContinuation', 'Empty continuation line', { ...written, from, to: from });
  }
  for (const instruction of dockerfile.instructions) {
    const { keyword, wholeAt } = instruction;
    const warn = at(instruction);
    if (keyword === 'MAINTAINER') {
      warn('MaintainerDeprecated', 'Maintainer instruction is deprecated in favor of using label', wholeAt);
    }
    if (keyword === 'FROM') {
      checkFromCase(instruction, warn);
      if (instruction.as) describes('FROM', [instruction.as.text.toLowerCase()]);
    }
    if (keyword === 'ARG') {
      describes(
        'ARG',
        instruction.declares.map(({ name }) => name),
      );
    }
    function describes(what: string, names: readonly string[]): void {
      const above = commentsAbove(dockerfile, instruction).at(-1);
      const [first = ''] = names;
      if (above === undefined || names.includes(above.split(' ', 1)[0] ?? '')) return;
      const example = names.length > 1 ? '<arg_key>' : first;
      const detail = `Comment for ${what} should follow the format: \`# ${example} <description>\``;
      warn('InvalidDefinitionDescription', detail, wholeAt);
    }
  }
}

/** Where the last line begins that was joined to an instruction: where an empty one ends it, that is the last of the file. */
function lastLineOf(text: string, end: number, lastEmpty: number): number {
  const last = lastEmpty > end ? text.replace(/\n$/, '').length : end;
  return text.lastIndexOf('\n', last - 1) + 1;
}

function checkFromCase({ written, as, asKeyword, wholeAt }: From, warn: Warn): void {
  if (!as || !asKeyword) return;
  if (as.text !== as.text.toLowerCase()) {
    warn('StageNameCasing', `Stage name '${as.text}' should be lowercase`, wholeAt);
  }
  const isLower = written === written.toLowerCase();
  if (!isLower && written !== written.toUpperCase()) return;
  const expected = isLower ? asKeyword.text.toLowerCase() : asKeyword.text.toUpperCase();
  if (asKeyword.text === expected) return;
  warn('FromAsCasing', `'${asKeyword.text}' and '${written}' keywords' casing do not match`, wholeAt);
}

/** What stages and instructions are called, once all of them are known. The `ARG`s before the first `FROM` do not count. */
export function checkNames({ stages }: Dockerfile, warn: Warn): void {
  const seen = new Set<string>();
  for (const { name, from } of stages) {
    if (name === undefined) continue;
    if (name === 'context' || name === 'scratch') {
      const detail = `Stage name should not use the same name as reserved stage "${name}"`;
      warn('ReservedStageName', detail, from.wholeAt);
    }
    if (seen.has(name)) {
      warn('DuplicateStageName', `Duplicate stage name "${name}", stage names should be unique`, from.wholeAt);
    }
    seen.add(name);
  }
  const all = stages.flatMap(({ from, instructions }) => [from, ...instructions]);
  const lower = all.filter(({ written }) => written === written.toLowerCase()).length;
  const upper = all.filter(({ written }) => written === written.toUpperCase()).length;
  const isLower = lower > upper;
  for (const { written, wholeAt } of all) {
    if (written === (isLower ? written.toLowerCase() : written.toUpperCase())) continue;
    const detail = `Command '${written}' should match the case of the command majority (${isLower ? 'lowercase' : 'uppercase'})`;
    warn('ConsistentInstructionCasing', detail, wholeAt);
  }
}
