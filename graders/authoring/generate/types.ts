import {
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  LiteralType,
  type Schema,
  SchemaGenerator,
  type SubNodeParser,
  UnionType,
} from 'ts-json-schema-generator';

/** Definitions for every exported type, or for none: then each is written out where it is used. */
type Expose = 'export' | 'none';

/**
 * Reads some modules once and gives the JSON Schema of any type they export.
 * @param path the modules, as a glob
 */
export function schemasOfTypes(path: string, tsconfig: string): (type: string, expose: Expose) => Schema {
  const base = { path, tsconfig, skipTypeCheck: true, jsDoc: 'extended', discriminatorType: 'json-schema' } as const;
  const program = createProgram({ ...DEFAULT_CONFIG, ...base });
  return (type, expose) => {
    const config: CompletedConfig = { ...DEFAULT_CONFIG, ...base, type, expose };
    const parser = createParser(program, config, (chain) => chain.addNodeParser(keysOfValue(program)));
    return new SchemaGenerator(program, parser, createFormatter(config), config).createSchema(type);
  };
}

/** `keyof typeof actions`: the generator would read every expression of the value; the compiler knows the keys. */
function keysOfValue(program: ReturnType<typeof createProgram>): SubNodeParser {
  return {
    supportsNode: (node) => node.pos >= 0 && /^keyof typeof \w+$/.test(node.getText()),
    createType: (node) => {
      const type = program.getTypeChecker().getTypeFromTypeNode(node as never);
      const members = type.isUnion() ? type.types : [type];
      return new UnionType(members.flatMap((one) => (one.isStringLiteral() ? [new LiteralType(one.value)] : [])));
    },
  };
}
