import type { ExportDefaultDeclaration, Node, Program } from 'acorn';
import { type Finding, finding } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Source } from '../../core/source.ts';
import { headOf } from '../../core/span.ts';
import { parseTypeScript } from '../typescript/parser.ts';
import { notData } from './findings.ts';
import { readPlain } from './plain.ts';
import { refuseBeforeParsing } from './scan.ts';
import { explain } from './syntax.ts';
import { type Located, ValueReader } from './value.ts';

/** Data and where each part of it was written. With findings there is no data: half an answer is not graded. */
export interface LiteralFile {
  readonly source: Source;
  readonly value: Json;
  readonly root: Located | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads `export default { … } satisfies Respuesta` from its syntax tree; nothing is ever run. A file that is not
 * TypeScript gives one finding; one that is and holds more than data gives one per piece, in reading order.
 */
export function parseLiteral(source: Source): LiteralFile {
  const refused = refuseBeforeParsing(source);
  if (refused) return unreadable(source, [refused]);
  const root = readPlain(source);
  return root ? { source, value: root.value, root, findings: [] } : readTypeScript(source);
}

/** The same for any file, however it is written. */
export function readTypeScript(source: Source): LiteralFile {
  const program = parse(source);
  return 'id' in program ? unreadable(source, [program]) : readProgram(source, program);
}

function unreadable(source: Source, findings: readonly Finding[]): LiteralFile {
  return { source, value: null, root: undefined, findings };
}

function parse(source: Source): Program | Finding {
  try {
    return parseTypeScript(source.text);
  } catch (thrown) {
    return explain(source, thrown);
  }
}

/** Only type imports may stand beside the one default export. */
function readProgram(source: Source, program: Program): LiteralFile {
  const reader = new ValueReader(source);
  const name = exportedName(program);
  let root: Located | undefined;
  for (const statement of program.body) {
    if (isTypeImport(statement) || (name !== undefined && declares(statement, name))) continue;
    if (statement.type === 'ImportDeclaration') reader.refuse('valueImport', statement);
    else if (statement.type !== 'ExportDefaultDeclaration') reader.refuse('statement', statement);
    else if (root) reader.refuse('secondDefault', statement);
    else if (name !== undefined) reader.refuse('named', statement.declaration);
    else root = reader.read(statement.declaration);
  }
  if (!root && reader.findings.length === 0)
    return unreadable(source, [finding(notData, 'noDefault', headOf(source), {})]);
  if (!root || reader.findings.length > 0) return unreadable(source, reader.findings);
  return { source, value: root.value, root, findings: [] };
}

/** The variable that is exported in place of the data, where the file declares it. */
function exportedName({ body }: Program): string | undefined {
  const exported = body.find(({ type }) => type === 'ExportDefaultDeclaration') as ExportDefaultDeclaration | undefined;
  const name = exported?.declaration.type === 'Identifier' ? exported.declaration.name : undefined;
  return name !== undefined && body.some((statement) => declares(statement, name)) ? name : undefined;
}

function declares(statement: Program['body'][number], name: string): boolean {
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return false;
  const id = statement.declarations[0]?.id;
  return id?.type === 'Identifier' && id.name === name;
}

function isTypeImport(statement: Node): boolean {
  const { importKind, specifiers } = statement as {
    importKind?: string;
    specifiers?: readonly { importKind?: string }[];
  };
  if (statement.type !== 'ImportDeclaration') return false;
  return importKind === 'type' || (!!specifiers?.length && specifiers.every((one) => one.importKind === 'type'));
}
