import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.ts';

function items(text: string, path = 'temario.md') {
  const found = outlineOf(text, path);
  if ('problem' in found) throw new Error(found.problem.en);
  return found;
}
const told = (text: string, path?: string) =>
  items(text, path).map(({ number, title, format }) => [number, title, format]);

const notebook = (...cells: readonly (readonly [kind: string, text: string])[]) =>
  JSON.stringify({ cells: cells.map(([cell_type, source]) => ({ cell_type, source, metadata: {} })) });

describe('a numbered list of exercises', () => {
  it('is what stands below the heading that announces it', () => {
    const text = [
      '# Pods',
      '1. Un pod agrupa contenedores.',
      '2. Comparten red.',
      '## Ejercicios',
      '1. Escribe un manifiesto YAML de un pod.',
      '2. ¿Qué comparten los contenedores de un pod? Pon un caso.',
      '3. Diseña un Dockerfile que salude.',
      '## Bibliografía',
      '1. La documentación.',
    ].join('\n');
    expect(told(text)).toEqual([
      [1, 'Escribe un manifiesto YAML de un pod', 'manifests'],
      [2, '¿Qué comparten los contenedores de un pod?', 'literal'],
      [3, 'Diseña un Dockerfile que salude', 'dockerfile'],
    ]);
  });

  it('is what asks something, where no heading announces it', () => {
    expect(
      told('1. Primero se construye.\n2. Luego se ejecuta.\n\n1. Explica qué es una imagen.\n2) ¿Y un contenedor?\n'),
    ).toEqual([
      [1, 'Explica qué es una imagen', 'literal'],
      [2, '¿Y un contenedor?', 'literal'],
    ]);
  });

  it('may be headings, or numbers in bold, with their titles', () => {
    const text = '### Ejercicio 1: El pod\n\nEscribe uno.\n\n### Ejercicio 2\n\nExplica qué hace.\n';
    expect(told(text).map(([number, title]) => [number, title])).toEqual([
      [1, 'El pod'],
      [2, 'Explica qué hace'],
    ]);
    expect(items(text).map(({ statement }) => statement)).toEqual(['Escribe uno.', 'Explica qué hace.']);
  });

  it('may be numbers in bold', () => {
    expect(told('**1.** **El pod.** Crea uno.\n\n**2) El Service.** Crea otro.')).toEqual([
      [1, 'El pod', 'literal'],
      [2, 'El Service', 'literal'],
    ]);
    expect(items('**2) El Service.** Crea otro.')[0]?.statement).toBe('El Service. Crea otro.');
  });

  it('keeps the steps and the code of each, and ends before the cell for the answer', () => {
    const text = notebook(
      [
        'markdown',
        '### Ejercicios\n\n26. Crea un servicio.\n\nPasos:\n\n* Escríbelo.\n* Prueba:\n\n  1. uno\n\n```sh\n1. no es un ejercicio\n```',
      ],
      ['code', '## Tus respuestas'],
      ['markdown', 'Lo que sigue es otra cosa.\n\n27. Despliega el servicio con un manifiesto YAML.'],
      ['code', ''],
    );
    expect(items(text, 'curso.ipynb').map(({ statement }) => statement)).toEqual([
      'Crea un servicio.\n\nPasos:\n\n* Escríbelo.\n* Prueba:\n\n  1. uno\n\n```sh\n1. no es un ejercicio\n```',
      'Despliega el servicio con un manifiesto YAML.',
    ]);
  });

  it('is found in a notebook that was printed as Markdown', () => {
    const text =
      '### Ejercicios\n1. ¿Qué es un pod?\n\nIn [None]:\n## Tus respuestas\n\n2. ¿Qué es un Service?\n\nIn [None]:\n## Tus respuestas';
    expect(items(text).map(({ number, statement }) => [number, statement])).toEqual([
      [1, '¿Qué es un pod?'],
      [2, '¿Qué es un Service?'],
    ]);
  });

  it('gives each a short title, and words for its folder', () => {
    const [item] = items(
      '1. ¿Cómo se utilizan los *namespaces* de `Kubernetes` para repartir un clúster grande entre equipos muy distintos?',
    );
    expect(item?.title).toBe('¿Cómo se utilizan los namespaces de Kubernetes para repartir un…');
    expect(item?.words).toEqual(['namespaces', 'kubernetes', 'repartir']);
  });

  it.each(['', 'nada', '# 2024\n\ntexto', '- a\n- b'])('is not found in %j', (text) => expect(items(text)).toEqual([]));

  it('is refused where the notebook cannot be read', () => {
    expect(outlineOf('{', 'a.ipynb')).toEqual({
      problem: expect.objectContaining({ en: expect.stringContaining('JSON') }),
    });
  });

  it('ends somewhere', () => {
    const many = Array.from({ length: 2000 }, (_, index) => `${(index % 900) + 1}. ¿Qué es ${index}?`).join('\n');
    expect(items(many)).toHaveLength(500);
  });
});
