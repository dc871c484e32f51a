/** The machine: what a process does, whoever starts it. */
export { Budget, OutOfBudget, type Resource } from './budget.ts';
export { type Catalogue, unlisted } from './catalogue.ts';
export {
  canonical,
  type Entry,
  emptyFiles,
  type Files,
  find,
  modeText,
  obscure,
  remove,
  type Unknown,
  under,
  write,
} from './files/files.ts';
export { baseName, isInside, join, parentOf, resolvePath } from './files/paths.ts';
export { resolveUser, type Users } from './files/users.ts';
export { glob } from './glob.ts';
export {
  type Complaint,
  type Listening,
  type Machine,
  type Printed,
  type Ran,
  type Running,
  textOf,
} from './machine.ts';
export { execute } from './programs/execute.ts';
export { newMode, operands } from './programs/file-tools.ts';
export { locate } from './programs/locate.ts';
