/**
 * The parts of published formats that Timonel writes, as strict schemas: a field that is not here is a mistake. Written
 * from the documentation that each names.
 */

const text = { type: 'string' } as const;
const natural = { type: 'integer', minimum: 0 } as const;
const ordinal = { type: 'integer', minimum: 1 } as const;
const amount = { type: 'number', minimum: 0 } as const;

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[] = Object.keys(properties)) {
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: unknown, more: object = {}) => ({ type: 'array', items, ...more });

const message = object({ text });
const physicalLocation = object({
  artifactLocation: object({ uri: { type: 'string', format: 'uri-reference' } }),
  region: object({ startLine: ordinal, startColumn: ordinal, endLine: ordinal, endColumn: ordinal }),
});
const level = { enum: ['none', 'note', 'warning', 'error'] };
const bag = { type: 'object' };

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json */
export const sarifSchema = object({
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: list(
    object({
      tool: object({
        driver: object({
          name: text,
          semanticVersion: text,
          rules: list(
            object({ id: text, shortDescription: message, defaultConfiguration: object({ level }), properties: bag }, [
              'id',
            ]),
            { uniqueItems: true },
          ),
        }),
      }),
      language: { type: 'string', pattern: '^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$' },
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list(
        object(
          {
            ruleId: text,
            ruleIndex: { type: 'integer', minimum: -1 },
            level,
            message,
            locations: list(object({ physicalLocation }), { minItems: 1 }),
            partialFingerprints: { type: 'object', additionalProperties: text },
            codeFlows: list(
              object({
                threadFlows: list(
                  object({
                    locations: list(object({ location: object({ physicalLocation, message }, ['message']) }), {
                      minItems: 1,
                    }),
                  }),
                  { minItems: 1 },
                ),
              }),
            ),
          },
          ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
        ),
      ),
    }),
  ),
});

const visibility = { enum: ['hidden', 'after_due_date', 'after_published', 'visible'] };

/** @see https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format */
export const gradescopeSchema = object({
  score: amount,
  visibility,
  stdout_visibility: visibility,
  extra_data: bag,
  tests: list(
    object(
      {
        name: text,
        number: text,
        status: { enum: ['passed', 'failed'] },
        score: amount,
        max_score: amount,
        output: text,
        output_format: { enum: ['text', 'html', 'simple_format', 'md', 'ansi'] },
        visibility,
      },
      ['name', 'number', 'status', 'score', 'max_score', 'visibility'],
    ),
  ),
});

/** @see https://docs.prairielearn.com/externalGrading/#grading-results */
export const prairielearnSchema = {
  oneOf: [
    object({ gradable: { const: false }, message: text, format_errors: list(text, { minItems: 1 }) }),
    object(
      {
        gradable: { const: true },
        score: { type: 'number', minimum: 0, maximum: 1 },
        message: text,
        tests: list(
          object({ name: text, description: text, points: amount, max_points: amount, message: text }, [
            'name',
            'points',
            'max_points',
          ]),
        ),
      },
      ['gradable', 'score', 'tests'],
    ),
  ],
};

const outcome = { enum: ['pass', 'fail', 'error'] };

/** @see https://github.com/classroom-resources/autograding-grading-reporter */
export const classroomSchema = object({
  version: { const: 1 },
  status: outcome,
  max_score: amount,
  tests: list(
    object({
      name: text,
      status: outcome,
      message: text,
      test_code: text,
      filename: text,
      line_no: natural,
      score: amount,
    }),
  ),
});

/** @see https://exercism.org/docs/building/tooling/test-runners/interface */
export const exercismSchema = {
  type: 'object',
  required: ['version', 'status', 'tests'],
  properties: {
    version: { const: 3 },
    status: outcome,
    message: { type: 'string', minLength: 1, maxLength: 65_535 },
    tests: list(
      object(
        {
          name: text,
          status: outcome,
          message: { type: 'string', maxLength: 65_535 },
          output: { type: 'string', maxLength: 500 },
          test_code: text,
          task_id: ordinal,
        },
        ['name', 'status', 'test_code'],
      ),
    ),
  },
  additionalProperties: false,
  if: { properties: { status: { const: 'error' } } },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
  then: { required: ['message'] },
  else: { properties: { message: false } },
};
