import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/copy-several-to-file',
  severity: 'warning',
  title: {
    es: 'Varios orígenes y un destino que no es un directorio',
    en: 'Several sources and a destination that is no directory',
  },
  related: ['DL3021'],
  over: 'dockerfile',
  messages: {
    slash: {
      es: 'Con varios orígenes, acaba el destino en `/`: si «{destination}» no existe, un fichero puede pisar a otro.',
      en: 'With several sources, end the destination in `/`: if "{destination}" does not exist, one file may overwrite another.',
    },
  },
  check({ instructions }, say) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const { sources, destination } = instruction;
      const folder = /[/\\]["']?$|^["']?\.{1,2}["']?$|\$/.test(destination.text);
      if (sources.length > 1 && !folder) say('slash', destination.at, { destination: destination.text });
    }
  },
});
