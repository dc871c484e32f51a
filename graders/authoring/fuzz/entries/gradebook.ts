import { fillCanvas } from '../../../classroom/export/canvas.ts';
import { BadGradebook } from '../../../classroom/export/gradebook.ts';
import { fillMoodle } from '../../../classroom/export/moodle.ts';
import { fillSheet, readSheet } from '../../../classroom/export/sheet.ts';
import { mixed } from '../../../classroom/testing/results.ts';
import { Crash, entry } from '../entry.ts';

const moodle =
  '\ufeffIdentificador,"Nombre completo",Calificación,"Calificación máxima","La calificación puede ser cambiada","Comentarios"\r\nParticipante11,"Ana García",,"10,00",Sí,\r\nParticipante14,x,-,10,No,"a\nb"\r\n';
const canvas =
  'Student,ID,SIS User ID,SIS Login ID,Section,Un Pod (7),Otra (8)\n  Points Possible,,,,,10,5\n"García, Ana",11,u,ana,A,,\n';

/** A gradebook that a platform wrote and a spreadsheet saved again: it is filled or refused, and nothing else of it changes. */
export default entry({
  texts: () => [moodle, canvas, moodle.replaceAll(',', ';'), canvas.replaceAll(',', '\t')],
  pieces: [
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\ufeff',
    'Student',
    'ID',
    'Grade',
    'Maximum grade',
    '1e999',
    '-1',
    '10,00',
    'ñ',
    '\u00a0',
  ],
  run(text) {
    for (const file of [Buffer.from(text), Buffer.from(text, 'latin1')]) {
      const sheet = readSheet(file);
      if (sheet && !Buffer.from(fillSheet(sheet, [])).equals(file)) throw new Crash('a byte changed');
      for (const fill of [() => fillMoodle(mixed, file, 'min', 'es'), () => fillCanvas(mixed, file, 'max')]) {
        const filled = attempt(fill);
        if (filled && filled.graded === 0 && !Buffer.from(filled.file).equals(file)) throw new Crash('a byte changed');
      }
    }
  },
});

function attempt<T>(fill: () => T): T | undefined {
  try {
    return fill();
  } catch (problem) {
    if (problem instanceof BadGradebook) return undefined;
    throw problem;
  }
}
