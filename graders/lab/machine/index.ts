/** The machine: what a process does, whoever starts it. */
export { Budget, OutOfBudget, type Resource } from './budget.ts';
export { type Catalogue, type OwnProcess, unlisted } from './catalogue.ts';
export {
  canonical,
  type Entry,
  emptyFiles,
  type Files,
  find,
  incompleteIn,
  incompleteUnder,
  keptContent,
  list,
  modeText,
  namesIn,
  obscure,
  remove,
  type Scope,
  under,
  write,
} from './files/files.ts';
export { baseName, isInside, join, parentOf, resolvePath } from './files/paths.ts';
export { nameOf, resolveUser, type Users, usersFrom } from './files/users.ts';
export { glob } from './glob.ts';
export { type Launch, launch, type Refusal, refusalOf } from './launch.ts';
export {
  type Answers,
  type Complaint,
  type Host,
  type Listening,
  type Machine,
  type Printed,
  type Ran,
  type Running,
  type Server,
  textOf,
} from './machine.ts';
export type { Answer, Names } from './names.ts';
export { execute } from './programs/execute.ts';
export { newMode } from './programs/file-tools.ts';
export { locate } from './programs/locate.ts';
export { operands } from './programs/operands.ts';
export { arithmetic } from './shell/arithmetic.ts';
export { matcher } from './shell/expand.ts';
export { parseShell } from './shell/parse.ts';
export type {
  Assignment,
  Command as ShellCommand,
  List as ShellList,
  Pipeline as ShellPipeline,
  Redirection as ShellRedirection,
  ShellWord,
  SimpleCommand,
  WordPart,
} from './shell/script.ts';
export { evaluate as evaluateTest } from './test.ts';
export { hole, isKnown } from './unknown.ts';
