import { describe, expect, it } from 'vitest';
import { runsOf } from './copied.ts';
import { explain, unknownFamilies } from './explain.ts';
import type { Slot } from './rubric.ts';

const text = { es: 'una idea.', en: 'an idea.' };
const slot: Slot = {
  id: 'diferencia',
  question: text,
  subject: 'image',
  rivals: ['container'],
  ideas: [
    {
      id: 'fija',
      text,
      where: text,
      says: [
        ['image', 'immutable'],
        ['image', 'not change'],
      ],
      denies: [['container', 'immutable']],
    },
    { id: 'capa', text, where: text, says: [['container', 'write-layer']] },
    { id: 'origen', text, where: text, says: [['container', 'create', 'from>image']] },
  ],
  misconceptions: [{ slug: 'image-is-running', claims: [['image', 'run']], contradicts: ['fija'], refutation: text }],
};
const read = (answer: string, known: readonly string[] = []) => explain(slot, answer, runsOf(known));
const outcome = (idea: string, answer: string) => read(answer).outcomes.get(idea);

describe('an idea', () => {
  it.for([
    'Una imagen es inmutable una vez que se construye.',
    'UNA IMÁGEN ES INMUTÁBLE, y el contenedor no',
    'una imajen es inmutble una vez construida',
    'Lo que es inmutable en Docker es la imagen.',
    'La imagen no cambia aunque pasen los años.',
    'Cambiar la imagen no se puede una vez construida.',
    'No es cierto que la imagen cambie con el tiempo.',
    'El contenedor puede cambiar, pero la imagen no.',
    'A diferencia del contenedor, la imagen es de solo lectura.',
    'No solo es inmutable la imagen, también es portable.',
    'The image is read-only once it is built.',
    'La imagen no pesa porque es inmutable en todo.',
    'La imagen no se mueve y es inmutable en todo.',
    'la imagen no se toca xq es inmutable',
    'Para que no se rompa hay que saber que la imagen es inmutable.',
    'Sin una capa de escritura propia la imagen es inmutable.',
    'Lo que tú descargas, la imagen, es inmutable.',
    'Yo la imagen no la cambiaría, ni nadie podría.',
    'La imagen es inmutable, y separar from y to no cambia nada.',
    'Entre dos capas hay un OR, y la imagen es inmutable.',
    'Lo del contenedor es otra cosa, la imagen es inmutable porque solo hay una.',
    'Imagen = plantilla inmutable; contenedor = instancia de la imagen.',
    'El contenedor cambia con el uso; la otra es inmutable siempre.',
    'Del lado de la imagen todo es inmutable y no hay más.',
    'En cambio la imagen es inmutable desde que se construye.',
    'La imagen es inmutable y al menos eso queda claro al revés que en otras.',
    'La imagen es inmutable: las cinco capas no dicen quién es.',
    'La imagen (no el contenedor) es lo que hay en el disco y es inmutable.',
    'Una imagen construida ya no se toca y de ella salen los contenedores.',
  ])('is recognised in «%s»', (answer) => expect(outcome('fija', answer)).toBe('recognised'));

  it.for([
    'La imagen no es inmutable, como algunos dicen.',
    'La imagen cambia cada vez que se escribe algo.',
    'En Docker no se puede decir que la imagen sea inmutable.',
    'El contenedor es inmutable y no guarda nada nunca.',
    'El contenedor es inmutable, mientras que la imagen guarda los datos.',
  ])('is contradicted in «%s»', (answer) => expect(outcome('fija', answer)).toBe('contradicted'));

  it.for([
    'Mucha gente cree que la imagen es inmutable en Docker.',
    '¿Es la imagen inmutable cuando ya está construida?',
    'La imagen es inmutable. Luego la imagen cambia al ejecutar cosas dentro.',
    'La imagen es inmutable en todo momento y el contenedor también.',
    'Aquí uno está parado y es inmutable, el otro no sé qué hace.',
  ])('is left to a person in «%s»', (answer) => expect(outcome('fija', answer)).toBe('review'));

  it('is said in a phrase that holds its own conjunction', () => {
    const shared: Slot = {
      ...slot,
      ideas: [{ id: 'juntos', text, where: text, says: [['image', 'group>container']] }],
    };
    const group = { group: 'uno o varios' };
    const answer = 'La imagen lleva dentro uno o varios contenedores dentro.';
    expect(explain(shared, answer, runsOf([]), group).outcomes.get('juntos')).toBe('recognised');
  });

  it.for([
    'La imagen viene a ser como una receta de cocina, que se sigue tal cual.',
    'Con una receta cocinas veinte platos. Si le echas sal a uno, la receta no se entera. La receta sería la imagen.',
  ])('is left to a person where what is said of its subject is not understood: «%s»', (answer) =>
    expect(outcome('fija', answer)).toBe('review'),
  );

  it('is left to a person where all its words stand in a sentence about another', () => {
    const of: Slot = { ...slot, ideas: [{ id: 'guarda', text, where: text, says: [['image', 'write', 'file']] }] };
    const found = (answer: string) => explain(of, answer, runsOf([])).outcomes.get('guarda');
    expect(found('El contenedor escribe en el disco todos los ficheros.')).toBe('review');
    expect(found('El contenedor es inmutable y no cambia nunca de capas.')).toBe('absent');
  });

  it('is left to a person in notes with bullets, and not in the same words without them', () => {
    expect(outcome('fija', '+ imagen inmutable, portable, ligera, rápida − tamaño, descarga, red')).toBe('review');
    expect(outcome('fija', 'imagen inmutable portable ligera rápida tamaño descarga red')).toBe('absent');
  });

  it('is not in a bare list of all there is', () => {
    expect(outcome('capa', 'El contenedor lo tiene todo: escritura, capitas, procesos.')).not.toBe('recognised');
    expect(outcome('fija', 'La imagen lo da todo: inmutable, portable, ligera.')).not.toBe('recognised');
  });

  it('is absent of a text about something else', () => {
    expect(outcome('fija', 'Me gusta mucho salir al campo los domingos y comer con la familia de mi pueblo.')).toBe(
      'absent',
    );
  });

  it('is absent where nothing is said of it', () => {
    expect(outcome('capa', 'La imagen es inmutable una vez que se construye.')).toBe('absent');
  });

  it('belongs to the subject that is closest before it, whatever stands between', () => {
    const answer = 'El contenedor usa la imagen y añade su propia capa de escritura.';
    expect(outcome('capa', answer)).toBe('recognised');
    const passive = 'La imagen es completada por el contenedor con una capa de escritura.';
    expect(outcome('capa', passive)).toBe('recognised');
    expect(outcome('origen', 'De una imagen se pueden crear varios contenedores.')).toBe('recognised');
    expect(outcome('origen', 'La imagen se crea a partir de un contenedor cualquiera.')).not.toBe('recognised');
  });

  it('is still about what the clause before was about, when only a place comes last', () => {
    const places: Slot = {
      ...slot,
      ideas: [{ id: 'guarda', text, where: text, says: [['volume', 'write', 'image']] }],
    };
    const found = (answer: string) => explain(places, answer, runsOf([])).outcomes.get('guarda');
    expect(found('Los volúmenes no se pierden, se guardan en la imagen.')).toBe('recognised');
    expect(found('Los volúmenes no se pierden, en la imagen se guardan otros datos.')).not.toBe('recognised');
  });
});

describe('who is spoken of', () => {
  const steps: Slot = {
    ...slot,
    subject: 'image',
    ideas: [
      { id: 'construye', text, where: text, says: [['image', 'building']] },
      { id: 'arranca', text, where: text, says: [['container', 'starting']] },
      { id: 'guarda', text, where: text, says: [['volume', 'write']] },
    ],
  };
  const words = {
    building: 'al construir, en la construcción',
    starting: 'al arrancar, cuando arranca',
    write: 'datos',
  };
  const found = (answer: string) =>
    [...explain(steps, answer, runsOf([]), words).outcomes].flatMap(([id, one]) => (one === 'recognised' ? [id] : []));

  it('is who does it at a moment that stands before', () => {
    expect(found('La imagen se hace al construir. Cuando arranca el proceso, se usa el contenedor.')).toEqual([
      'construye',
      'arranca',
    ]);
    expect(found('La imagen se hace al construir y al arrancar se usa el contenedor.')).toEqual([
      'construye',
      'arranca',
    ]);
    expect(found('La imagen se copia entera cuando arranca y el contenedor espera.')).toEqual([]);
  });

  it('is what «lo de» says, and what it is done with', () => {
    expect(found('La imagen se hace al construir, y lo del contenedor al arrancar todo.')).toEqual([
      'construye',
      'arranca',
    ]);
    expect(found('Los datos se salvan con un volumen y lo demás con la imagen.')).toEqual(['guarda']);
    expect(found('Los datos se mezclan con un volumen y no sé nada más.')).toEqual([]);
  });

  it('is whom «él» stands for, and who takes up what was said before', () => {
    expect(found('No basta con la imagen en un volumen, porque él guarda los datos de todos.')).toEqual(['guarda']);
    expect(found('Los datos, que son lo importante de todo esto, solo los tiene el volumen.')).toEqual(['guarda']);
  });

  it('may be said in English with either article', () => {
    const english = { building: 'in a build', starting: 'x', write: 'y' };
    const outcomes = explain(
      steps,
      'The image is the result of it and it comes in a build.',
      runsOf([]),
      english,
    ).outcomes;
    expect(outcomes.get('construye')).toBe('recognised');
  });

  it('is what stands behind a colon', () => {
    expect(found('Para lo que dura en el tiempo, datos: volumen de los de siempre.')).toEqual(['guarda']);
  });
});

describe('a slip', () => {
  it('is one in a phrase too', () => {
    const phrase: Slot = { ...slot, ideas: [{ id: 'fija', text, where: text, says: [['image', 'building']] }] };
    const words = { building: 'al construir la imagen' };
    const outcomes = (answer: string) => explain(phrase, answer, runsOf([]), words).outcomes.get('fija');
    expect(outcomes('Eso en la imagen se hace al contruir la imajen.')).toBe('recognised');
    expect(outcomes('Eso en la imagen se hace al destruir la imagen.')).not.toBe('recognised');
  });
});

describe('a denial', () => {
  const waits: Slot = {
    ...slot,
    ideas: [{ id: 'espera', text, where: text, says: [['container', 'not-ready', 'not write']] }],
  };
  const found = (answer: string) => explain(waits, answer, runsOf([])).outcomes.get('espera');

  it('inside a phrase is its own, whatever denies the rest', () => {
    expect(found('El contenedor no escribe si no está listo todavía.')).toBe('recognised');
    expect(found('El contenedor no escribe en los que no están listos.')).toBe('recognised');
    expect(found('El contenedor escribe en los que no están listos.')).not.toBe('recognised');
  });

  const writes: Slot = { ...slot, ideas: [{ id: 'guarda', text, where: text, says: [['container', 'write']] }] };
  const written = (answer: string) => explain(writes, answer, runsOf([])).outcomes.get('guarda');

  it('of what is impeded goes as far as that, and two of them deny nothing', () => {
    expect(written('El contenedor impide que los demás y los de más allá escriban.')).toBe('contradicted');
    expect(written('El contenedor no impide que los demás y los de más allá escriban.')).toBe('recognised');
  });

  it('with «sin» is of what is lacking, and one that is only supposed is no contrary', () => {
    expect(written('Sin imagen el contenedor escribe cosas de las suyas.')).toBe('recognised');
    expect(written('Si el contenedor no escribe nada, se acabó lo que se daba.')).not.toBe('contradicted');
    expect(written('El contenedor y los suyos no se pueden escribir de golpe.')).toBe('contradicted');
  });

  it('in «lo que no…» is not of what is said of that', () => {
    expect(written('El contenedor de lo que no cambia escribe una copia.')).toBe('recognised');
  });

  it('of a phrase that says when reaches it', () => {
    const phrase: Slot = { ...slot, ideas: [{ id: 'fija', text, where: text, says: [['container', 'starting']] }] };
    const words = { starting: 'cuando arranca' };
    const found = (answer: string) => explain(phrase, answer, runsOf([]), words).outcomes.get('fija');
    expect(found('El contenedor escribe cuando arranca la máquina.')).toBe('recognised');
    expect(found('El contenedor no escribe cuando arranca la máquina.')).toBe('contradicted');
  });

  it('goes on after what cannot be done', () => {
    const stays: Slot = { ...slot, ideas: [{ id: 'guarda', text, where: text, says: [['container', 'write']] }] };
    const answer = 'El contenedor escribe en su capa y no pueden cambiar la imagen.';
    expect(explain(stays, answer, runsOf([])).outcomes.get('guarda')).toBe('recognised');
  });

  it('at the end of a clause is not of what was said before «y los que»', () => {
    const stays: Slot = { ...slot, ideas: [{ id: 'guarda', text, where: text, says: [['container', 'write']] }] };
    const answer = 'El contenedor escribe en los suyos y los que cambian mucho no.';
    expect(explain(stays, answer, runsOf([])).outcomes.get('guarda')).toBe('recognised');
  });

  it('of the first of two words that belong together is of both', () => {
    const from: Slot = { ...slot, ideas: [{ id: 'capas', text, where: text, says: [['image', 'write>file']] }] };
    const answer = 'La imagen no escribe en los discos un fichero.';
    expect(explain(from, answer, runsOf([])).outcomes.get('capas')).not.toBe('recognised');
  });
});

describe('a denial', () => {
  const declares: Slot = {
    ...slot,
    subject: 'user',
    rivals: ['controller', 'manifest'],
    ideas: [{ id: 'declara', text, where: text, says: [['user', 'declare', 'desired']] }],
    misconceptions: [],
  };
  const declared = (answer: string) => explain(declares, answer, runsOf([])).outcomes.get('declara');

  it('of an object that «sino» corrects says the verb of the other', () => {
    expect(declared('Tú no le dices a Kubernetes los pasos, sino cómo quieres que esté todo.')).toBe('recognised');
    expect(declared('Tú no le dices cómo quieres que esté, sino que lo arrancas a mano.')).toBe('contradicted');
  });

  it.for([
    'Lo que no está permitido por ninguna regla se escribe en la capa de escritura del contenedor.',
    'Si no hay nada en el disco el contenedor tiene una capa de escritura.',
  ])('is one with two words in «%s»', (answer) => expect(outcome('capa', answer)).not.toBe('contradicted'));

  it('of what has to be done is of who has to', () => {
    const code: Slot = {
      ...slot,
      subject: 'mesh',
      rivals: ['developer', 'proxy'],
      ideas: [
        {
          id: 'sin-codigo',
          text,
          where: text,
          says: [['mesh|developer', 'not change|program', 'code|app']],
          denies: [['mesh|developer', 'change|program', 'code']],
        },
      ],
      misconceptions: [],
    };
    const answer = 'La malla se ocupa de la comunicación para no tener que programarlo en cada aplicación.';
    expect(explain(code, answer, runsOf([])).outcomes.get('sin-codigo')).toBe('recognised');
  });

  it('reaches over the words that only hold others together', () => {
    const traces: Slot = {
      ...slot,
      subject: 'proxy',
      rivals: ['metrics'],
      ideas: [{ id: 'proxy', text, where: text, says: [['proxy', 'encrypt']] }],
      misconceptions: [{ slug: 'sigue', claims: [['metrics', 'image']], contradicts: ['proxy'], refutation: text }],
    };
    const answer = 'El proxy cifra todo, y no hay trazas de un registro desde la imagen hasta el disco.';
    expect(explain(traces, answer, runsOf([])).misconceptions).toEqual([]);
  });
});

describe('what is somebody’s', () => {
  it('after a verb is not who does it', () => {
    const both: Slot = {
      ...slot,
      subject: 'mtls',
      rivals: ['certificate'],
      ideas: [{ id: 'mutuo', text, where: text, says: [['both-ends', 'show', 'certificate']] }],
      misconceptions: [],
    };
    const answer = 'Los dos, el que llama y el que recibe, enseñan su certificado y lo comprueban.';
    expect(explain(both, answer, runsOf([])).outcomes.get('mutuo')).toBe('recognised');
  });
});

describe('a misconception', () => {
  it('is found, and is not where it is told to be one', () => {
    expect(read('La imagen se ejecuta en el servidor todo el tiempo.').misconceptions).toHaveLength(1);
    expect(read('Mucha gente cree que la imagen se ejecuta en el servidor.').misconceptions).toEqual([]);
    expect(read('La imagen no se ejecuta, sino que se guarda.').misconceptions).toEqual([]);
    expect(read('Un contenedor es una imagen que se ejecuta en el servidor.').misconceptions).toEqual([]);
    expect(read('No es la imagen quien se ejecuta en el servidor, es el contenedor.').misconceptions).toEqual([]);
    const two: Slot = {
      ...slot,
      ideas: [slot.ideas[0], { ...slot.ideas[1], says: [['container', 'write-layer']] }] as never,
    };
    const held = (answer: string) => explain(two, answer, runsOf([])).misconceptions.length;
    expect(held('Se ejecuta en el servidor todo el tiempo, día y noche.')).toBe(1);
    expect(held('Se ejecuta en el servidor todo el tiempo. El contenedor no sé.')).toBe(0);
    expect(read('No es la imagen lo que importa, y en la imagen se ejecuta todo.').misconceptions).toHaveLength(1);
    expect(read('Para ejecutar una imagen hace falta un contenedor.').misconceptions).toEqual([]);
    expect(read('Pensando que la imagen se ejecuta no se entiende nada.').misconceptions).toEqual([]);
    expect(read('La imagen trae todo para que se ejecute bien la aplicación.').misconceptions).toEqual([]);
  });
});

describe('what explains nothing', () => {
  it.for([
    ['short', 'La imagen es inmutable.'],
    ['stuffed', 'imagen inmutable contenedor capa escritura crear ejecutar'],
    ['stuffed', 'la imagen, es inmutable, sin cambios, contenedor, su capa, la escritura, de capas'],
    ['stuffed', 'imagen inmutable, sin cambios, contenedor, una capa, la escritura'],
    ['shuffled', 'el regla y la imagen es inmutable'],
    ['shuffled', 'los capa y la imagen es inmutable'],
    ['shuffled', 'no hay ninguna un contenedor y la imagen es inmutable'],
    ['stuffed', 'contenedor poco a poco contenedor de golpe contenedor cuando viejo contenedor cuando borrar'],
    ['shuffled', 'la otro imagen de reciben es inmutable y no se contenedor'],
    ['shuffled', 'de imagen la y inmutable es un el contenedor la se de capa escritura'],
    ['long', `La imagen es inmutable y ${'el contenedor la usa y '.repeat(40)}`],
  ] as const)('is %s', ([why, answer]) => {
    const { unread, outcomes } = read(answer);
    expect(unread).toBe(why);
    expect([...outcomes.values()]).not.toContain('recognised');
  });

  it.for([
    'La imagen es inmutable y, cuando el contenedor arranca, no se toca.',
    'Es de dos clases: las del contenedor cambian, y la imagen es inmutable.',
    'Los no listos esperan, y la imagen es inmutable.',
    'De imajen sé poco, pero la imagen es inmutable.',
    'Si falla una se rompen esa y todas, y la imagen es inmutable.',
    'La imagen es inmutable, y la primera línea es siempre un FROM.',
    'La imagen es inmutable, sobre todo una del principio.',
    'La imagen es inmutable, y los contenedores son dos, una por cada uno.',
    'La imagen es inmutable: los ficheros los guarda Docker y los consulta el contenedor.',
  ])('is not «%s»', (answer) => expect(outcome('fija', answer)).toBe('recognised'));

  it('is no list because a short sentence has one preposition twice', () => {
    expect(
      read('El contenedor crea capas del disco; la imagen guarda ficheros antes del arranque.').unread,
    ).toBeUndefined();
  });

  it('is copied from the exercise', () => {
    const hint = 'Recuerda que una imagen es inmutable una vez que alguien la construye.';
    expect(read(hint, [hint]).unread).toBe('copied');
    expect(read(hint).unread).toBeUndefined();
  });
});

it('names the families that nobody defines', () => {
  const mistyped: Slot = {
    ...slot,
    ideas: [{ id: 'fija', text, where: text, says: [['image', 'not inmutable|change']] }],
  };
  expect(unknownFamilies(mistyped)).toEqual([{ family: 'inmutable', path: ['ideas', 0, 'says', 0] }]);
  expect(unknownFamilies(mistyped, { inmutable: 'quieto' })).toEqual([]);
});

it('reads any text in bounded time', () => {
  const answer =
    'La imagen es inmutable, pero el contenedor añade una capa de escritura a partir de la imagen. '.repeat(7);
  read(answer);
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 30 && shortest >= 5; round++) {
    const began = performance.now();
    read(answer);
    shortest = Math.min(shortest, performance.now() - began);
  }
  expect(shortest).toBeLessThan(5);
  for (const odd of [
    '',
    '.',
    '?'.repeat(5000),
    'no '.repeat(5000),
    '«'.repeat(9),
    '__proto__ constructor toString es de la imagen',
  ])
    expect(() => read(odd)).not.toThrow();
});

describe('who does not do it is no denial of what is done', () => {
  it.for([
    'La imagen que nadie cambia es inmutable para siempre.',
    'Una imagen que ningún proceso toca es inmutable desde entonces.',
  ])('%s', (answer) => {
    expect(outcome('fija', answer)).toBe('recognised');
  });
  it('and a denial lasts until what ends it', () => {
    expect(outcome('origen', 'El contenedor no se crea hasta que alguien lo crea a partir de la imagen.')).toBe(
      'recognised',
    );
  });
});

it.for([
  'La imagen es inmutable y esto es un O en lugar de un Y, o eso creo yo.',
  'La imagen es inmutable: ya no es «quién y qué» sino «quién o qué», y por eso importa.',
])('reads connectives that are named and words that are quoted: %s', (answer) => {
  expect(read(answer).unread).toBeUndefined();
  expect(outcome('fija', answer)).toBe('recognised');
});
