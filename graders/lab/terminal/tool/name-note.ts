import type { Text } from '../../../core/text.ts';
import type { Complaint, Machine } from '../../machine/index.ts';

/** Why `nslookup` fails although every other program of the same container finds the name. */
export function nameNote(complaint: Complaint | undefined, { host }: Machine): readonly Text[] {
  if (complaint?.kind !== 'no-name' || host.resolves(complaint.asked) !== true) return [];
  const { asked } = complaint;
  return [
    {
      es: `Los demás programas del contenedor sí encuentran \`${asked}\`: el \`nslookup\` de BusyBox (desde 1.30) pregunta por un nombre sin puntos en cada dominio de búsqueda y falla en cuanto falta uno, y no completa los que llevan puntos. Con el nombre entero, \`SERVICE.NAMESPACE.svc.cluster.local\`, no falla.`,
      en: `The other programs of the container do find \`${asked}\`: the \`nslookup\` of BusyBox (since 1.30) asks for a name without dots under each search domain and fails as soon as one lacks it, and it completes none with dots. With the whole name, \`SERVICE.NAMESPACE.svc.cluster.local\`, it does not fail.`,
    },
  ];
}
