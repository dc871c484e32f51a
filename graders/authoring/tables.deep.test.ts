import { resolve } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isAsExpression,
  isBinaryExpression,
  isDeleteExpression,
  isElementAccessExpression,
  isTypeOperatorNode,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Type, TypeFlags, type UnionType } from 'typescript/unstable/sync';
import { describe, expect, it } from 'vitest';

/**
 * Files name things as they like, `constructor` and `toString` too, and an object has those without holding them. So nobody
 * indexes an object by a text that is not known, asks for one with `in`, or calls one a key by a cast: `core/own.ts` does it.
 */
const held = /^graders\/(?!generated\/|authoring\/|vitest\/|core\/own\.ts)(?!.*\.test\.ts$)|^site\/client\//;

/** Whether a type may be any text: a name of a file could be in it. */
function isAnyText(type: Type | undefined): boolean {
  if (!type) return false;
  if (type.flags & TypeFlags.Union) return (type as UnionType).getTypes().some(isAnyText);
  return (type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping | TypeFlags.Any)) !== 0;
}

/** Whether a node looks a name up that may be any text, and in what is no list. */
function looksUp(node: Node, checker: Checker): boolean {
  if (isElementAccessExpression(node)) {
    if (isWritten(node)) return false;
    const key = node.argumentExpression;
    if (!isAsExpression(key) && !isAnyText(checker.getTypeAtLocation(key))) return false;
    const table = checker.getTypeAtLocation(node.expression);
    return table !== undefined && !checker.isArrayLikeType(table);
  }
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword)
    return isAnyText(checker.getTypeAtLocation(node.left));
  return isAsExpression(node) && isTypeOperatorNode(node.type) && isAnyText(checker.getTypeAtLocation(node.expression));
}

/** Assigned or deleted, which finds nothing in the prototype. `+=` and `??=` read first. */
function isWritten(node: Node): boolean {
  const { parent } = node;
  if (isDeleteExpression(parent)) return true;
  return isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === SyntaxKind.EqualsToken;
}

function unguarded(root: string, config: string): readonly string[] {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [resolve(root, config)] }).getProjects();
    if (!project) throw new Error(`no project in ${config}`);
    const { program, checker } = project;
    const files = program
      .getSourceFileNames()
      .map((name) => ({ name, path: name.slice(root.length + 1) }))
      .filter(({ name, path }) => name.startsWith(`${root}/`) && held.test(path));
    return files.flatMap(({ name, path }) => {
      const file = program.getSourceFile(name);
      const found: string[] = [];
      const visit = (node: Node): void => {
        if (looksUp(node, checker)) {
          const { line } = file?.getLineAndCharacterOfPosition(node.getStart()) ?? { line: 0 };
          found.push(`${path}:${line + 1} ${node.getText().replace(/\s+/g, ' ').slice(0, 80)}`);
        }
        node.forEachChild(visit);
      };
      if (file) visit(file);
      return found;
    });
  } finally {
    api.close();
  }
}

describe('tables', { timeout: 120_000 }, () => {
  it.each(['tsconfig.json', 'site/client/tsconfig.json'])('are asked only for what they hold, in %s', (config) => {
    expect(unguarded(process.cwd(), config)).toEqual([]);
  });
});
