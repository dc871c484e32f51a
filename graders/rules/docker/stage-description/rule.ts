import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/stage-description',
  severity: 'info',
  title: { es: 'El comentario no describe la etapa', en: 'The comment does not describe the stage' },
  related: ['InvalidDefinitionDescription'],
  over: 'dockerfile',
  messages: {
    description: {
      es: 'Este comentario está pegado a `{name}`, así que se tomaría por su descripción: empiézalo por `{name}` o deja una línea en blanco.',
      en: 'This comment touches `{name}`, so it would be taken for its description: begin it with `{name}` or leave a blank line.',
    },
  },
  check({ source, comments, directives, stages, globalArgs }, say) {
    const asked = directives.some(
      ({ name, value }) => name === 'check' && /experimental=(?:.*InvalidDefinitionDescription|all)/.test(value),
    );
    if (!asked) return;
    const named = [
      ...stages.flatMap(({ from }) => (from.as ? [{ name: from.as.text, at: from.at }] : [])),
      ...globalArgs.flatMap(({ declares, at }) => declares.slice(0, 1).map(({ name }) => ({ name, at }))),
    ];
    for (const { name, at } of named) {
      const above = comments.find(
        (comment) => comment.at.to < at.from && /^[ \t]*\r?\n[ \t]*$/.test(source.text.slice(comment.at.to, at.from)),
      );
      const isDirective = directives.some((directive) => directive.at.from === above?.at.from);
      if (above && !isDirective && !above.text.startsWith(name)) say('description', above.at, { name });
    }
  },
});
