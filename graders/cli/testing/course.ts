import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const pod =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n';

export const broken = 'kind: Pod\nmetadata:\n  name: web\n  name: otro\n';

const starter = '# Escribe aquí tu respuesta\n';

const modules = `modules:
  - { title: { es: Docker, en: Docker }, lessons: [], exercises: [dockerfile] }
  - { title: { es: Kubernetes, en: Kubernetes }, lessons: [kubernetes], exercises: [pod] }
  - { title: { es: Istio, en: Istio }, lessons: [], exercises: [despliegue-canario] }
`;

/** A small course in a folder of its own: exercises 04 and 13, which ask for a well-formed manifest. */
export class TestCourse {
  readonly root = mkdtempSync(join(tmpdir(), 'timonel-curso-'));

  constructor() {
    this.exercise('04-pod', 4, 'Un Pod con nginx');
    this.exercise('13-despliegue-canario', 13, 'Despliegue canario');
    this.write('exercises/course.yaml', modules);
    this.write('solutions/04-pod/respuesta.yaml', pod);
    this.write('solutions/13-despliegue-canario/respuesta.yaml', pod);
  }

  path(...parts: readonly string[]): string {
    return join(this.root, ...parts);
  }

  /** Writes a file, its folders included. */
  write(path: string, content: string | Uint8Array): string {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  answer(content: string | Uint8Array, folder = '04-pod'): string {
    return this.write(`exercises/${folder}/respuesta.yaml`, content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }

  /** One more exercise, which is for practice. */
  practice(folder: string, number: number, title: string): void {
    this.exercise(folder, number, title, ['practice: true']);
  }

  private exercise(folder: string, number: number, title: string, more: readonly string[] = []): void {
    this.write(
      `exercises/${folder}/exercise.yaml`,
      [
        `id: ${folder.replace(/^\d+-/, '')}`,
        `number: ${number}`,
        ...more,
        `title: { es: ${title}, en: ${title} }`,
        'lesson: kubernetes',
        'concepts: [pod]',
        'answers: [{ file: respuesta.yaml, format: manifests }]',
        'checks:',
        '  - { id: valido, kind: valid, points: 5 }',
        'hints:',
        '  - { es: Primera pista., en: First hint. }',
        '  - { es: Segunda pista., en: Second hint. }',
        '',
      ].join('\n'),
    );
    this.write(`exercises/${folder}/enunciado.md`, `# ${title}\n\nEdita respuesta.yaml.\n`);
    this.write(`exercises/${folder}/starter/respuesta.yaml`, starter);
    cpSync(this.path(`exercises/${folder}/starter/respuesta.yaml`), this.path(`exercises/${folder}/respuesta.yaml`));
  }
}
