import { type Finding, finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import { headOf } from '../../core/span.ts';
import { syntax } from '../../parse/dockerfile/findings.ts';
import { type Lines, longestLine, splitLines, tooLongLine } from '../../parse/dockerfile/lines.ts';
import type { Arg, Dockerfile, From, Instruction, Stage } from './dockerfile.ts';
import { checkExpansions } from './expandable.ts';
import { readInstruction } from './instruction.ts';
import { Refusal } from './reading.ts';

/** Several times what the longest real Dockerfiles have; stages and paths that build on one another cost their square. */
const maxInstructions = 1000;

/**
 * Reads a Dockerfile of the current language. A file Docker would refuse gives exactly one finding, the first, and a
 * Dockerfile without instructions.
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function readDockerfile(source: Source): { dockerfile: Dockerfile; findings: readonly Finding[] } {
  const lines = splitLines(source);
  try {
    return { dockerfile: read(source, lines), findings: [] };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { dockerfile: assemble(source, lines, []), findings: [refusal.finding] };
  }
}

function read(source: Source, lines: Lines): Dockerfile {
  const long = tooLongLine(source);
  if (long) throw new Refusal(finding(syntax, 'longLine', long, { limit: longestLine }));
  checkDirectives(lines);
  const excess = lines.statements[maxInstructions];
  if (excess) throw new Refusal(finding(syntax, 'tooMany', excess.at, { limit: maxInstructions }));
  const instructions: Instruction[] = [];
  let staged = false;
  for (const statement of lines.statements) {
    const instruction = readInstruction(statement, statement.line, lines.escapeChar);
    if (statement.unclosed) {
      throw new Refusal(finding(syntax, 'unclosedHeredoc', statement.unclosed.at, { name: statement.unclosed.name }));
    }
    staged ||= instruction.keyword === 'FROM';
    if (!staged && instruction.keyword !== 'ARG') {
      const { keyword, keywordAt } = instruction;
      const later = lines.statements.some(({ line }) => /^from(?=\s)/i.test(line.text));
      throw new Refusal(
        later ? finding(syntax, 'beforeFrom', keywordAt, { keyword }) : finding(syntax, 'noFrom', headOf(source), {}),
      );
    }
    checkExpansions(instruction, lines.escapeChar);
    instructions.push(instruction);
  }
  if (instructions.length === 0) throw new Refusal(finding(syntax, 'empty', headOf(source), {}));
  if (!staged) throw new Refusal(finding(syntax, 'noFrom', headOf(source), {}));
  return assemble(source, lines, instructions);
}

function checkDirectives({ directives }: Lines): void {
  const seen = new Set<string>();
  for (const { name, value, at, valueAt } of directives) {
    if (seen.has(name)) throw new Refusal(finding(syntax, 'directiveTwice', at, { name }));
    seen.add(name);
    if (name === 'check' && !isCheckOption(value)) {
      throw new Refusal(finding(syntax, 'checkDirective', valueAt, { found: value }));
    }
    if (name === 'escape' && value !== '\\' && value !== '`') {
      throw new Refusal(finding(syntax, 'escapeDirective', valueAt, { found: value }));
    }
  }
}

/**
 * `skip=all;error=true`: which checks of BuildKit are left out, and whether the others stop the build.
 * @see https://github.com/moby/buildkit/blob/master/frontend/dockerfile/linter/linter.go (ParseLintOptions)
 */
function isCheckOption(value: string): boolean {
  const [first = '', second, ...others] = value.split(';');
  const parts = second === undefined ? [first] : [first, second, ...(others.length > 0 ? [others.join(';')] : [])];
  return parts.every((part) => {
    const [, key = '', given = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (key === 'error') return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(given.trim());
    return key === 'skip' || key === 'experimental';
  });
}

function assemble(source: Source, lines: Lines, instructions: readonly Instruction[]): Dockerfile {
  const { escapeChar, directives, comments } = lines;
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const globalArgs = instructions.slice(0, Math.max(0, firstFrom)) as readonly Arg[];
  return { source, escapeChar, directives, comments, globalArgs, stages: stagesOf(instructions), instructions };
}

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: { from: From; instructions: Exclude<Instruction, From>[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') stages.push({ from: instruction, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages.map(({ from, instructions: own }, index) => {
    const stage = { index, from, instructions: own };
    return from.as ? { ...stage, name: from.as.text.toLowerCase() } : stage;
  });
}
