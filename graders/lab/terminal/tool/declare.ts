import type { Command, Flag } from './tool.ts';

/**
 * Flags that change nothing that can be seen here, and are taken as they are.
 * @param written with blanks between them: `pull`, `label=` for one that takes a value, `memory|m=` for one with a short form
 */
export function silent(written: string): readonly Flag[] {
  return written.split(' ').map((one) => {
    const [name = '', short] = one.replace('=', '').split('|');
    return {
      name,
      fidelity: 'partial',
      ...(short !== undefined && { short }),
      ...(one.endsWith('=') && { value: 'text' as const }),
    };
  });
}

/** Commands that exist and are not modelled. @param names with blanks between them */
export function absent(names: string): readonly Command[] {
  return names.split(' ').map((name) => ({ name, says: { es: 'No modelado', en: 'Not modelled' } }));
}
