import { describe, expect, it } from 'vitest';
import { openExercise } from '../../course/exercises.ts';
import { listFolders } from '../../course/folders.ts';
import { readNotebook } from './read.ts';

const course = listFolders('.').flatMap((folder) => openExercise('.', folder).exercise ?? []);

type Cells = readonly (readonly [kind: 'markdown' | 'code' | 'raw', text: string])[];

const notebook = (cells: Cells, minor = 2) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: minor,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' } },
    cells: cells.map(([cell_type, text]) => ({
      cell_type,
      metadata: {},
      source: text.match(/[^\n]*\n|[^\n]+$/g) ?? [],
      ...(cell_type === 'code' && {
        execution_count: 3,
        outputs: [{ output_type: 'stream', name: 'stdout', text: ['13. FROM salida\n'] }],
      }),
    })),
  });

/** The course's notebook: its own text, and numbered questions in three cells with a cell for the answers below each. */
const theory: Cells = [
  [
    'markdown',
    '### Contenedores\n\n**Docker**\n\n* Una imagen es un paquete.\n1. Primero se construye.\n2. Después se ejecuta.',
  ],
  [
    'markdown',
    [
      '### Ejercicios',
      '',
      '1. Explica en qué se distinguen una imagen y un contenedor. ¿Cómo se crea cada uno?',
      '2. ¿Para qué sirve un Dockerfile? Escribe uno para un programa de Python que salude.',
      '4. ¿Qué es un pod? Da un ejemplo de manifiesto con nginx.',
      '5. Explica qué hacen un Deployment y un Service.',
      '13. Proporciona la configuración de un VirtualService que haga un despliegue canario.',
    ].join('\n'),
  ],
];
const hadoop: Cells = [
  ['markdown', '20. ¿Cómo se ejecuta MapReduce en contenedores?\n21. ¿Qué se gana con Hadoop en Kubernetes?\n'],
];
const project: Cells = [
  [
    'markdown',
    [
      '26. Crea un servicio de tareas y empaquétalo en una imagen.',
      '',
      'Pasos:',
      '',
      '* Desarrolla el servicio en el lenguaje que prefieras.',
      '* Escribe un Dockerfile.',
      '* Construye la imagen y pruébala.',
      '',
      '28. Implementa Istio y reparte el tráfico entre dos versiones.',
      '',
      'Pasos:',
      '',
      '* Instala Istio.',
      '* Configura un VirtualService.',
    ].join('\n'),
  ],
];

const dockerfile = 'FROM python:3.13-slim\nWORKDIR /app\nCOPY hola.py .\nCMD ["python", "hola.py"]';
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29';
const route = 'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: opiniones';
const subsets = 'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: opiniones';

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
const comment = (text: string) => text.replace(/^/gm, '# ');

function read(text: string) {
  const found = readNotebook(text, course);
  if ('problem' in found) throw new Error(found.problem.en);
  return found;
}

/** Files by exercise and name, and the beginnings of what was not placed. */
function told(text: string) {
  const { answers, unplaced } = read(text);
  const files: Record<string, string> = {};
  for (const { exercise, files: all, prose } of answers) {
    for (const { file, text } of all) files[`${exercise.spec.number} ${file}`] = text.trimEnd();
    for (const { slot, text } of prose) files[`${exercise.spec.number} ${slot}`] = text;
  }
  return { files, left: unplaced.map(({ exercise, text }) => [exercise, text]) };
}

const expected = {
  '2 Dockerfile': dockerfile,
  '4 respuesta.yaml': pod,
  '13 respuesta.yaml': `${route}\n---\n${subsets}`,
};

describe('a course’s notebook, as students fill it', () => {
  it('in one cell of Markdown, numbered, with fences', () => {
    const answer = [
      '## Tus respuestas',
      '',
      '1. Aquí va lo primero.',
      '',
      'Y esto sigue.',
      '',
      '2. Una receta:',
      '',
      fence('dockerfile', dockerfile),
      '',
      '4. Lo de siempre.',
      '',
      fence('yaml', pod),
      '',
      '13.',
      fence('yaml', route),
      'y los subconjuntos:',
      fence('yml', subsets),
    ].join('\n');
    expect(told(notebook([...theory, ['markdown', answer]]))).toEqual({
      files: expected,
      left: [
        [1, 'Aquí va lo primero.\n\nY esto sigue.'],
        [2, 'Una receta:'],
        [4, 'Lo de siempre.'],
        [13, 'y los subconjuntos:'],
      ],
    });
  });

  it('in the cell of code of the course, as plain text with lists inside of answers', () => {
    const answer = [
      '## Tus respuestas',
      '1. Son tres cosas:',
      '   1. una cosa',
      '   2. otra cosa',
      '2.',
      dockerfile,
      '4.',
      pod,
      '',
      '5. Son dos:',
      '1. uno',
      '2. otro',
      '13.',
      `${route}\n---\n${subsets}`,
    ].join('\n');
    expect(told(notebook([...theory, ['code', answer]]))).toEqual({
      files: expected,
      left: [
        [1, 'Son tres cosas:\n   1. una cosa\n   2. otra cosa'],
        [5, 'Son dos:\n1. uno\n2. otro'],
      ],
    });
  });

  it('with a heading and a cell for each exercise', () => {
    const cells: Cells = [
      ...theory,
      ['markdown', '### Ejercicio 1'],
      ['markdown', '1. Esto\n2. Eso\n4. Aquello'],
      ['markdown', '### Ejercicio 2'],
      ['code', dockerfile],
      ['markdown', '### Ejercicio 4: el pod'],
      ['code', pod],
      ['markdown', '**Ejercicio nº 13**'],
      ['code', route],
      ['code', subsets],
    ];
    expect(told(notebook(cells))).toEqual({
      files: expected,
      left: [[1, '1. Esto\n2. Eso\n4. Aquello']],
    });
  });

  it('in comments, so that the cell can be run', () => {
    const answer = [
      '## Tus respuestas',
      '# 1. Aquí va lo primero.',
      '#    Y esto sigue.',
      '# 2. Este:',
      comment(fence('dockerfile', dockerfile)),
      '# 4) Este otro',
    ].join('\n');
    expect(told(notebook([...theory, ['code', answer]])).files).toEqual({ '2 Dockerfile': dockerfile });
    expect(told(notebook([...theory, ['code', answer]])).left).toEqual([
      [1, 'Aquí va lo primero.\n   Y esto sigue.'],
      [2, 'Este:'],
      [4, 'Este otro'],
    ]);
  });

  it('in texts of Python, one variable for each', () => {
    const cells: Cells = [
      ...theory,
      ['code', `respuesta_1 = """Aquí va lo primero."""\nrespuesta_2 = '''\n${dockerfile}\n'''\nprint(respuesta_2)`],
      ['code', `respuesta_4 = """\n${pod}\n"""\nrespuesta_13 = r"""${route}\n---\n${subsets}"""`],
    ];
    expect(told(notebook(cells)).files).toEqual(expected);
  });

  it('with the magics of Jupyter', () => {
    const cells: Cells = [
      ...theory,
      ['markdown', 'Respuesta 2:'],
      ['code', `%%writefile Dockerfile\n${dockerfile}`],
      ['markdown', 'Respuesta 4:'],
      ['code', `%%writefile pods/nginx.yaml\n${pod}`],
      ...project,
      ['markdown', '## 26'],
      ['code', '%%bash\ndocker build -t tareas .\ndocker run -d -p 8080:8080 tareas'],
      ['code', '!curl -s localhost:8080/tareas\n! docker ps'],
      ['code', '%%writefile servicio.ts\nimport { createServer } from "node:http";\ncreateServer().listen(8080);'],
      ['code', 'from flask import Flask\napp = Flask(__name__)\n\n@app.get("/tareas")\ndef tareas():\n    return []'],
    ];
    expect(told(notebook(cells))).toEqual({
      files: {
        '2 Dockerfile': dockerfile,
        '4 respuesta.yaml': pod,
        '26 servicio.ts': 'import { createServer } from "node:http";\ncreateServer().listen(8080);',
        '26 comandos.sh':
          'docker build -t tareas .\ndocker run -d -p 8080:8080 tareas\ncurl -s localhost:8080/tareas\ndocker ps',
      },
      left: [[26, expect.stringContaining('from flask import Flask')]],
    });
  });

  it('below each question, in the cell of the statement', () => {
    const [, [, questions = ''] = []] = theory;
    const answered = questions
      .replace(/(\n2\..*)/, `\n\nAquí va lo primero.\n1. una cosa\n2. otra cosa\n$1\n\n${fence('', dockerfile)}\n`)
      .replace(/(\n4\..*)/, `$1\n\n${fence('yaml', pod)}\n`);
    expect(told(notebook([...theory.slice(0, 1), ['markdown', answered]]))).toEqual({
      files: { '2 Dockerfile': dockerfile, '4 respuesta.yaml': pod },
      left: [[1, 'Aquí va lo primero.\n1. una cosa\n2. otra cosa']],
    });
  });

  it('with the question repeated above the answer', () => {
    const cells: Cells = [
      ...theory,
      ['markdown', '**4. ¿Qué es un pod? Da un ejemplo de manifiesto con nginx.**\n\nLo de siempre.'],
      ['code', pod],
      ['markdown', '**13. Proporciona la configuración de un VirtualService que haga un despliegue canario.**'],
      ['raw', `${route}\n---\n${subsets}`],
    ];
    expect(told(notebook(cells))).toEqual({
      files: { '4 respuesta.yaml': pod, '13 respuesta.yaml': `${route}\n---\n${subsets}` },
      left: [[4, 'Lo de siempre.']],
    });
  });

  it('with the parts of an explanation told apart', () => {
    const answer = [
      '1.',
      'Diferencia: la imagen es una plantilla',
      'que no cambia.',
      '**Ciclo de vida:** se crea con run.',
      '',
      '13.',
      'a) Cambiaría los pesos.',
      'b) Miraría los errores de v2.',
    ].join('\n');
    expect(told(notebook([...theory, ['markdown', answer]]))).toEqual({
      files: {
        '1 diferencia': 'la imagen es una plantilla\nque no cambia.',
        '1 ciclo-de-vida': 'se crea con run.',
        '13 promover': 'Cambiaría los pesos.',
        '13 medir': 'Miraría los errores de v2.',
      },
      left: [],
    });
  });

  it('in words that say by themselves which question they answer', () => {
    const diff =
      'Una imagen no cambia nunca: es de solo lectura. Un contenedor tiene una capa propia en la que se puede escribir.';
    const canary = 'Subo el peso de la versión nueva poco a poco, y para volver atrás le doy a v1 todo el tráfico.';
    const errors = 'Antes de cada paso miro los errores y la latencia de la versión nueva.';
    const answer = `1. Lo digo así:\n\n${diff}\n\n13. ${canary}\n\nY además:\n\n${errors}\n\n20. Pues no sé.`;
    expect(
      told(
        notebook([
          ...theory,
          ['markdown', answer.replace(/\n\n20[\s\S]*/, '')],
          ...hadoop,
          ['markdown', '20. Pues no sé.'],
        ]),
      ),
    ).toEqual({
      files: {
        '1 diferencia': `Lo digo así:\n\n${diff}`,
        '13 promover': `${canary}\n\nY además:`,
        '13 medir': errors,
      },
      left: [[20, 'Pues no sé.']],
    });
  });

  it('with files told by their names', () => {
    const xml = '<configuration>\n  <property/>\n</configuration>';
    const cells: Cells = [
      ...hadoop,
      ['markdown', `20. En \`yarn-site.xml\`:\n\n${fence('xml', xml)}\n\nEn trabajo.xml:\n${fence('xml', xml)}\n`],
      ['code', '# container-executor.cfg\n[docker]\nmodule.enabled=true'],
      ['markdown', fence('xml', '<configuration></configuration>')],
    ];
    expect(told(notebook(cells)).files).toEqual({
      '20 yarn-site.xml': xml,
      '20 trabajo.xml': xml,
      '20 container-executor.cfg': '[docker]\nmodule.enabled=true',
    });
    expect(told(notebook(cells)).left).toContainEqual([20, '<configuration></configuration>']);
  });

  it('with two tries of the same file, of which the last one counts', () => {
    const first = 'FROM python\nCMD python hola.py';
    const cells: Cells = [...theory, ['markdown', '2.'], ['code', first], ['code', dockerfile]];
    expect(told(notebook(cells))).toEqual({ files: { '2 Dockerfile': dockerfile }, left: [[2, first]] });
  });

  it('without saying which exercise is meant', () => {
    expect(told(notebook([...theory, ['code', pod]]))).toEqual({ files: {}, left: [[undefined, pod]] });
  });

  it('with the course’s text and its questions in one cell', () => {
    const [[, text] = [], [, questions] = []] = theory;
    const cells: Cells = [
      ['markdown', `${text}\n\n${fence('yaml', 'kind: Nada')}\n\n${questions}`],
      ['code', `## Tus respuestas\n1. Aquí va lo primero.\n4. Este:\n${pod}`],
    ];
    expect(told(notebook(cells))).toEqual({
      files: { '4 respuesta.yaml': pod },
      left: [
        [1, 'Aquí va lo primero.'],
        [4, 'Este:'],
      ],
    });
  });

  it('not at all', () => {
    const empty: Cells = [['code', '## Tus respuestas\n']];
    expect(told(notebook([...theory, ...empty, ...hadoop, ...empty, ...project, ...empty]))).toEqual({
      files: {},
      left: [],
    });
  });
});

describe('notebooks of other versions', () => {
  it('reads format 3, with worksheets, `input` and headings', () => {
    const text = JSON.stringify({
      nbformat: 3,
      nbformat_minor: 0,
      metadata: { name: '' },
      worksheets: [
        {
          metadata: {},
          cells: [
            { cell_type: 'heading', level: 2, metadata: {}, source: ['Ejercicio 4'] },
            { cell_type: 'code', collapsed: false, input: [pod], language: 'python', metadata: {}, outputs: [] },
          ],
        },
      ],
    });
    expect(told(text).files).toEqual({ '4 respuesta.yaml': pod });
  });

  it.each([
    ['', 'vacío'],
    ['{', 'no es JSON'],
    ['[]', 'no un cuaderno'],
    ['{"cells": 3}', 'no un cuaderno'],
    ['null', 'no un cuaderno'],
    ['{\n<<<<<<< HEAD\n"cells": []}', 'línea 2'],
    [`{"cells": ${'['.repeat(1_100_000)}`, 'un millón'],
    [' '.repeat(49 * 1024 * 1024), '48 MB'],
  ])('says what is wrong with %.20j', (text, words) => {
    const found = readNotebook(text, course);
    expect('problem' in found && found.problem.es).toContain(words);
  });

  it('takes what Python writes for numbers that are none, and the mark of byte order', () => {
    const text =
      '\uFEFF{"nbformat": 4, "cells": [{"cell_type": "code", "source": "4. NaN", "outputs": [NaN, -Infinity]}]}';
    expect(told(text).left).toEqual([[4, 'NaN']]);
  });

  describe('a cell for a file that its exercise does not have', () => {
    const label = '**Tu respuesta al ejercicio 4** · `otro.yaml`';
    const fenced = fence('yaml 04-pod-nginx/otro.yaml', pod);
    const cell = (source: string, metadata: object) =>
      JSON.stringify({ nbformat: 4, cells: [{ cell_type: 'markdown', metadata, source }] });
    const answer = { timonel: { part: 'answer', exercise: 'pod-nginx', file: 'otro.yaml' } };

    it('is told, with all that it holds', () => {
      const { answers, unplaced } = read(cell(`${label}\n\n${fenced}\n\nEs mío.`, answer));
      expect(answers).toEqual([]);
      expect(unplaced).toEqual([
        {
          cell: 1,
          exercise: 4,
          text: `${pod}\n\nEs mío.`,
          why: expect.objectContaining({ es: expect.stringContaining('no tiene') }),
        },
      ]);
    });

    it('is nothing where nobody wrote into it', () => {
      const [given] = course.find(({ spec }) => spec.id === 'pod-nginx')?.starter ?? [];
      const { unplaced } = read(cell(`${label}\n\n${fence('yaml 04-pod-nginx/otro.yaml', given?.text ?? '')}`, answer));
      expect(unplaced).toEqual([]);
    });

    it('is read as any other of the exercise where only its fence says which', () => {
      expect(told(cell(`${label}\n\n${fenced}`, {}))).toEqual({ files: { '4 respuesta.yaml': pod }, left: [] });
    });
  });

  it('says which cells it could not read', () => {
    expect(read('{"cells": [3, {"cell_type": "markdown"}, {"cell_type": "code", "source": [1, {}]}]}').remarks).toEqual(
      [expect.objectContaining({ es: expect.stringContaining('celda 1') })],
    );
  });
});
