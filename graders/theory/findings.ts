import { descriptor } from '../core/finding.ts';

export const section = descriptor({
  id: 'theory/section',
  severity: 'error',
  title: {
    es: 'Una sección de la respuesta no tiene la forma pedida',
    en: 'A section of the answer has not the shape asked for',
  },
  messages: {
    missing: {
      es: 'Falta la sección `{section}` en la respuesta.',
      en: 'The section `{section}` is missing from the answer.',
    },
    shape: {
      es: 'En `{section}` se esperaba {expected}.',
      en: '`{section}` should be {expected}.',
    },
    unknownItem: {
      es: '`{item}` no es ninguno de los apartados de `{section}`. ¿Querías escribir `{nearest}`?',
      en: '`{item}` is not one of the items of `{section}`. Did you mean `{nearest}`?',
    },
    noSuchItem: {
      es: '`{item}` no es ninguno de los apartados de `{section}`: sobra.',
      en: '`{item}` is not one of the items of `{section}`: remove it.',
    },
    value: {
      es: '`{value}` no es una respuesta posible para `{item}`. Las posibles son {options}.',
      en: '`{value}` is not a possible answer to `{item}`. The possible ones are {options}.',
    },
  },
});

export const unanswered = descriptor({
  id: 'theory/unanswered',
  severity: 'error',
  title: { es: 'Quedan apartados sin responder', en: 'Some items are not answered yet' },
  messages: {
    item: {
      es: 'Falta responder: «{question}».',
      en: 'Not answered yet: "{question}".',
    },
  },
});

export const judgement = descriptor({
  id: 'theory/judgement',
  severity: 'error',
  title: { es: 'Un juicio no se sostiene', en: 'A judgement does not hold' },
  messages: {
    wrong: {
      es: 'Vuelve a pensar este juicio: «{statement}».',
      en: 'Think again about this judgement: "{statement}".',
    },
    isFalse: {
      es: '«{statement}» es falso. {refutation}',
      en: '"{statement}" is false. {refutation}',
    },
    isTrue: {
      es: '«{statement}» es verdadero. {refutation}',
      en: '"{statement}" is true. {refutation}',
    },
    reason: {
      es: 'El juicio sobre «{statement}» es acertado, pero la razón «{reason}» no lo explica.',
      en: 'The judgement on "{statement}" is right, but the reason "{reason}" does not explain it.',
    },
    why: { es: '{refutation}', en: '{refutation}' },
  },
});

export const prediction = descriptor({
  id: 'theory/prediction',
  severity: 'error',
  title: { es: 'La predicción no se cumple en el laboratorio', en: 'The prediction does not come true in the lab' },
  messages: {
    differs: {
      es: '{question} Predijiste «{predicted}», y en el laboratorio no ocurre eso.',
      en: '{question} You predicted "{predicted}", and that is not what happens in the lab.',
    },
    happened: {
      es: 'En el laboratorio ocurre «{happened}». {explanation}',
      en: 'In the lab it is "{happened}". {explanation}',
    },
  },
});

export const order = descriptor({
  id: 'theory/order',
  severity: 'error',
  title: { es: 'El orden no puede darse', en: 'The order cannot happen' },
  messages: {
    tooEarly: {
      es: '«{step}» va antes de «{before}», y lo necesita: {why}',
      en: '"{step}" comes before "{before}", which it needs: {why}',
    },
    missing: {
      es: 'Falta el paso «{step}».',
      en: 'The step "{step}" is missing.',
    },
    severalMissing: {
      es: 'Faltan {n} pasos: {steps}.',
      en: '{n} steps are missing: {steps}.',
    },
    none: {
      es: 'Todavía no hay ningún paso. La sección es la lista de los que hagan falta, en orden.',
      en: 'There is no step yet. The section is the list of those that are needed, in order.',
    },
    repeated: {
      es: 'El paso «{step}» aparece dos veces.',
      en: 'The step "{step}" appears twice.',
    },
    foreign: {
      es: '«{step}» no forma parte del proceso. {why}',
      en: '"{step}" is not part of the process. {why}',
    },
  },
});

export const match = descriptor({
  id: 'theory/match',
  severity: 'error',
  title: { es: 'Una pareja no encaja', en: 'A pair does not match' },
  messages: {
    wrong: {
      es: '«{item}» no corresponde a «{chosen}». {refutation}',
      en: '"{item}" does not belong to "{chosen}". {refutation}',
    },
  },
});

export const historical = descriptor({
  id: 'theory/historical',
  severity: 'info',
  title: { es: 'Así lo cuentan textos antiguos', en: 'Older texts say so' },
  messages: {
    was: {
      es: '«{statement}»: tu respuesta vale, porque así lo cuentan textos antiguos, como el cuaderno. Hoy se responde otra cosa. {refutation}',
      en: '"{statement}": your answer counts, because older texts such as the notebook say so. Today the answer is another one. {refutation}',
    },
  },
});

export const decision = descriptor({
  id: 'theory/decision',
  severity: 'error',
  title: { es: 'Una decisión no se sostiene', en: 'A decision does not hold' },
  messages: {
    violates: {
      es: '«{choice}» no cumple una condición del caso: «{constraint}». {why}',
      en: '"{choice}" does not meet a constraint of the case: "{constraint}". {why}',
    },
    evidence: {
      es: '«{argument}» no es una prueba a favor de «{choice}». {refutation}',
      en: '"{argument}" is no evidence for "{choice}". {refutation}',
    },
    repeated: {
      es: 'Las dos pruebas son la misma: busca otra distinta.',
      en: 'Both pieces of evidence are the same: look for another one.',
    },
    counterpoint: {
      es: '«{argument}» no es un coste de «{choice}». {refutation}',
      en: '"{argument}" is no cost of "{choice}". {refutation}',
    },
  },
});

export const explanation = descriptor({
  id: 'theory/explanation',
  severity: 'error',
  title: { es: 'A la explicación le falta una idea', en: 'An idea is missing from the explanation' },
  messages: {
    absent: {
      es: 'No he localizado en tu texto esta idea: {statement} {where}',
      en: 'I have not located this idea in your text: {statement} {where}',
    },
    refused: {
      es: 'Quien corrige ha leído tu texto y no encuentra en él esta idea: {statement} {where}',
      en: 'Whoever grades has read your text and does not find this idea in it: {statement} {where}',
    },
    contrary: {
      es: 'Tu texto parece decir lo contrario de esta idea: {statement} {where}',
      en: 'Your text seems to say the contrary of this idea: {statement} {where}',
    },
    misconception: {
      es: 'Hay una confusión frecuente en tu texto. {refutation}',
      en: 'There is a frequent misconception in your text. {refutation}',
    },
    short: {
      es: 'El texto es demasiado corto para decir algo. Bastan dos o tres frases completas.',
      en: 'The text is too short to say anything. Two or three whole sentences will do.',
    },
    long: {
      es: 'El texto pasa de 150 palabras. Di lo esencial en dos o tres frases.',
      en: 'The text has more than 150 words. Say what matters in two or three sentences.',
    },
    stuffed: {
      es: 'Parece una lista de palabras. Cuenta con frases qué relación hay entre ellas.',
      en: 'This looks like a list of words. Say in sentences how they are related.',
    },
    copied: {
      es: 'El texto sale del propio ejercicio. Cuéntalo con tus palabras.',
      en: 'The text comes from the exercise itself. Say it in your own words.',
    },
  },
});

export const unlocated = descriptor({
  id: 'theory/unlocated',
  severity: 'info',
  title: { es: 'Una idea que tiene que leer una persona', en: 'An idea that a person has to read' },
  messages: {
    review: {
      es: 'No sé si tu texto dice esto, y no cuenta en contra: {statement} Puedes decirlo en una frase con sujeto y verbo. {where}',
      en: 'I cannot tell whether your text says this, and it does not count against you: {statement} You may say it in a sentence with a subject and a verb. {where}',
    },
    shuffled: {
      es: 'No consigo leer las frases de este texto: revisa el orden de las palabras. No cuenta en contra.',
      en: 'I cannot read the sentences of this text: check the order of the words. It does not count against you.',
    },
    extra: {
      es: 'Para redondear, podrías añadir esto, que no puntúa: {statement} {where}',
      en: 'To round it off you could add this, which gives no points: {statement} {where}',
    },
  },
});
