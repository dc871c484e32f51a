import { type Finding, finding } from '../../core/finding.ts';
import { lazy } from '../../core/lazy.ts';
import { nearest } from '../../core/nearest.ts';
import { own } from '../../core/own.ts';
import type { Span } from '../../core/span.ts';
import { badArguments, unknownInstruction } from '../../parse/dockerfile/findings.ts';
import { takeFlags } from '../../parse/dockerfile/flags.ts';
import type { Statement } from '../../parse/dockerfile/lines.ts';
import type { Written } from '../../parse/dockerfile/written.ts';
import { readArguments } from './arguments.ts';
import { commandsOf } from './commands.ts';
import type { Instruction, Keyword } from './dockerfile.ts';
import { checkFlagValues } from './flag-values.ts';
import { flagsOf, isKeyword, keywords, repeatable } from './keywords.ts';
import { Refusal } from './reading.ts';

/**
 * Reads one instruction.
 * @throws Refusal with the first reason why Docker would refuse it
 */
export function readInstruction(statement: Statement, line: Written, escapeChar: string): Instruction {
  const [written = ''] = /^[^\t\v\f\r ]+/.exec(line.text) ?? [];
  const keywordAt = line.span(0, written.length);
  const keyword = written.toUpperCase();
  if (!isKeyword(keyword)) throw new Refusal(unknown(written || escapeChar, keywordAt));
  const afterKeyword = line.slice(written.length).trim();
  const { flags, rest } = takeFlags(afterKeyword, escapeChar);
  const common = {
    written,
    keywordAt,
    at: line.span(),
    wholeAt: statement.at,
    flags,
    heredocs: statement.heredocs,
    args: { text: rest.text, at: rest.span() },
    part: (from: number, to: number) => rest.span(from, to),
    emptyLines: statement.emptyLines,
  };
  // `HEALTHCHECK NONE` looks at no flag.
  if (keyword !== 'HEALTHCHECK' || !/^none$/i.test(rest.text)) {
    checkFlags(keyword, flags);
    checkFlagValues(keyword, flags);
  }
  const instruction = {
    ...common,
    ...readArguments(
      { keyword, keywordAt, args: rest, escapeChar, inner: (args) => readInstruction(statement, args, escapeChar) },
      flags,
    ),
  } as Instruction;
  if (instruction.keyword !== 'RUN') return instruction;
  return { ...instruction, commands: lazy(() => commandsOf(instruction)) };
}

function unknown(written: string, at: Span): Finding {
  const suggestion = nearest(written.toUpperCase(), keywords);
  return suggestion === undefined
    ? finding(unknownInstruction, 'unknown', at, { found: written.slice(0, 60) })
    : finding(unknownInstruction, 'suggestion', at, { found: written, suggestion });
}

function checkFlags(keyword: Keyword, flags: Instruction['flags']): void {
  const known = flagsOf[keyword] ?? {};
  const seen = new Set<string>();
  for (const { name, nameAt, value, at } of flags) {
    const kind = own(known, name);
    if (kind === undefined) {
      const suggestion = nearest(name, Object.keys(known));
      throw new Refusal(
        suggestion === undefined
          ? finding(badArguments, 'unknownFlag', nameAt, { keyword, flag: name })
          : finding(badArguments, 'suggestedFlag', nameAt, { keyword, flag: name, suggestion }),
      );
    }
    if (kind === 'value' && value === undefined)
      throw new Refusal(finding(badArguments, 'flagValue', at, { flag: name }));
    if (seen.has(name) && !repeatable.includes(name))
      throw new Refusal(finding(badArguments, 'flagTwice', at, { flag: name }));
    seen.add(name);
  }
}
