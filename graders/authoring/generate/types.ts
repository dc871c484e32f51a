import {
  type CompletedConfig,
  type Config,
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

/**
 * The JSON Schema of one exported type.
 * @param path the module that exports it
 */
export function schemaOfType(
  path: string,
  tsconfig: string,
  type: string,
  expose: Config['expose'] = 'export',
): Schema {
  const options: Config = {
    path,
    tsconfig,
    type,
    skipTypeCheck: true,
    jsDoc: 'extended',
    discriminatorType: 'json-schema',
    expose,
  };
  const config: CompletedConfig = { ...DEFAULT_CONFIG, ...options };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(keysOfValue(program)));
  return new SchemaGenerator(program, parser, createFormatter(config), config).createSchema(type);
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
