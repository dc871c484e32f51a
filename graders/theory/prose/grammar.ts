const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Sequences of words, the longest first. */
const phrases = (list: string): readonly (readonly string[])[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim().split(' '))
    .sort((a, b) => b.length - a.length);

export const determiners = set(
  'el la los las lo un una unos unas este esta estos estas ese esa esos esas su sus cada mismo misma mismos mismas ' +
    'dicho dicha nuestro nuestra mi mis tu tus todo toda todos todas cualquier algun alguna varios varias muchos muchas ' +
    'otro otra otros otras propio propia solo tanto the a an this that these those its their each every same many any all',
);

/** Of these, those without which nobody writes a dozen words. */
export const articles = set('el la los las lo un una unos unas su sus cada al del the an its their');

/** Prepositions that keep what follows from being the subject. */
export const prepositions = set(
  'de del a al en con sin sobre desde hasta entre para hacia segun tras ante bajo contra mediante durante of in on ' +
    'from with to into inside at for between over under through como',
);

/** Of these, those that say whose. */
export const owners = set('de del of');
export const definite = set('el la los las the');

/** Of these, those that say where: «los pods corren en los nodos» is about the nodes. */
export const places = set('en in on inside');

export const relatives = set('que which that');
/** They stand for who was named last. `ello` is how «él» is folded. */
export const pronouns = set('ello ella ellos ellas');
export const copulas = set('es son is are como sea');

/** They compare what comes before «que» with what comes after it. */
export const comparatives = set('mas menos mayor menor mejor peor more less better worse simpler lighter fewer easier');

/** They begin a clause with whom it is about. */
export const fronts = phrases(
  'del lado de, por el lado de, por parte de, por su parte, en el caso de, en cuanto a, en lo que respecta a, respecto a, con respecto a, ' +
    'on the side of, in the case of, as for',
);

/** The other of two that are told apart. */
export const others = phrases('el otro, la otra, the other');

/** They begin what is supposed, or what something is for. */
export const suppositions = phrases('si, para que, if, so that');
export const reasonWords = set('porque because since');
export const reasons = phrases('porque, ya que, pues, because, since');

/** They speak of everything at once. */
export const wholes = set('todo todos todas everything all');

/** Signs that stand for a verb. */
export const signs = new Set(['=', ':', '→', '>']);

/** What introduces who does it, in a passive clause. */
export const agents = set('por by');

/** What introduces with what it is done. */
export const instruments = set('con mediante with');

/** What is done with somebody, and not by means of them. */
export const accompanied =
  /^(?:comunic|conect|habl|compar|junt|mezcl|confund|coincid|cas[ae]|qued|relacion|encuentr|entiend|integr|combin|parec|llev)/;

export const conjunctions = set('y e o u ni and or nor');

/** Of these, the ones that end what a denial reaches; «ni» and «o» go on with it. */
export const additions = set('y e and');

/** Between a pause and a subject, these do not count. */
export const openers = set(
  'que cuando si porque pues ya donde mientras entonces asi ademas luego ahora cual when if because where then',
);

/** Words that begin a clause of its own: what is denied or reported before them is not after them. */
export const turns = phrases(
  'pero, sino que, sino, mientras que, mientras, en cambio, sin embargo, por el contrario, aunque, no obstante, en realidad, ' +
    'cuando en realidad, porque, ya que, dado que, puesto que, asi que, por lo que, por eso, por tanto, por lo tanto, ' +
    'de modo que, de manera que, de forma que, cuando, si, hasta que, para que, but, whereas, while, however, although, instead, because, since, so that, when, if',
);

/** Of the turns, those that say in which case the clause before them holds. */
export const subordinators = set('cuando si hasta when if until');

/** They begin a clause that says when. */
export const circumstances = set('cuando mientras when while');

/** Of the turns, those after which a frame (who believes it, that it is false) has ended. */
export const contrasts = set(
  'pero sino mientras cambio embargo contrario aunque obstante realidad but whereas while however although',
);

/** They deny what follows them in the clause; two of them deny once, as Spanish does. */
export const negators = set(
  'no ni nunca jamas tampoco ningun ninguna ninguno nada nadie not never dont doesnt isnt arent cannot cant wont didnt neither',
);

/** Of the negators, those that may go with another that came before. */
export const concordant = set('ningun ninguna ninguno nada nadie nunca');

/** They say that something can be done, and go on with what, unless that was said before. */
export const modals = set(
  'puede pueden podria podrian permite permiten permitido posible deja dejan can possible allowed',
);
export const clitics = set('se es esta estan este esten lo la los las le les');

/** They turn what follows them closely into its contrary, also below a negation. */
export const reversers = phrases(
  'sin, imposible, imposibilita, impide, impiden, evita, evitan, evitar, prohibe, prohiben, carece de, carecen de, deja de, dejan de, dejar de, ' +
    'en lugar de, en vez de, without, instead of, rather than, prevents, avoids, lacks',
);

/** They ask, also within a sentence, and the verbs that are all that such a question needs. */
export const asks = set('quien quienes que cual cuales como cuando cuanto cuantos cuantas donde asi');
export const says = set('es son puede pueden ha han hay');

/** They look like a denial and are none. */
export const emphasis = phrases(
  'no solo, no solamente, no unicamente, no hay duda, no cabe duda, sin duda, no obstante, sin embargo, not only, no doubt',
);

/** A view that is told and not held. */
export const reports = phrases(
  'mucha gente, la gente cree, la gente piensa, muchos creen, muchos piensan, muchas personas, hay quien, hay quienes, hay gente, ' +
    'cree que, creen que, piensa que, piensan que, creer que, pensar que, creyendo que, pensando que, ' +
    'algunos creen, algunos piensan, algunos dicen, se suele creer, se suele pensar, se suele decir, suele creerse, suele pensarse, ' +
    'se cree que, se piensa que, se podria pensar, podria pensarse, uno podria pensar, podria parecer, parece que, antes pensaba, antes creia, yo creia, yo pensaba, ' +
    'error comun, error frecuente, error tipico, es un error creer, es un error pensar, un mito, many people, some people, most people, people think, people believe, ' +
    'a common mistake, it is a myth, some say',
);

/** The rest of the sentence is said not to be so. */
export const denials = phrases(
  'no creo que, no pienso que, no diria que, no se puede decir que, no puede decirse que, no es cierto que, no es verdad que, no es correcto que, no es cierto decir que, es falso que, no significa que, no quiere decir que, ' +
    'no implica que, no es que, it is not true that, i dont think, i do not think, it does not mean, it doesnt mean',
);

/** A subject that only the reader can find out. */
export const unclear = phrases(
  'uno esta, una esta, uno es, una es, el uno, la una, el primero, la primera, el segundo, la segunda, este ultimo, esta ultima, el ultimo, la ultima, el otro, la otra, the former, the latter, the other',
);

/** What stands in for what was said before: «el contenedor sí», «la imagen no». */
export const affirmations = set('si tambien yes too does');

/** Words that say nothing of the matter and hold a sentence together. */
export const functionWords: ReadonlySet<string> = new Set([
  ...determiners,
  ...prepositions,
  ...agents,
  ...conjunctions,
  ...openers,
  ...negators,
  ...set(
    'se es son esta estan era ser fue sea hay ha han he pero sino aunque me te le les nos lo cual cuales quien esto eso ello ellos ella ellas aqui asi ' +
      'muy traves sea sean puede pueden debe deben is are be was it they has have does do can may must but while as than by which who there',
  ),
]);

/** They tell an English sentence, in which `a` is an article. */
export const english = set('the is are of and an that it to from its has with');

const englishPrepositions = set('of in on from with to into inside at for between over under through');

const homographs = set(
  'solo tanto propio propia propios propias todo todos toda todas como otro otra otros otras ese esa este esta esto estos estas eso esos esas mismo misma mismos mismas that this these those ' +
    'each all any every same many sobre entre bajo ante varios varias tras segun through algun alguna',
);

/** For the words that a noun, an adjective or a verb must follow, those that never do: a text out of order is full of them. */
export const misplaced: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ...determiners,
    ...prepositions,
    ...conjunctions,
    ...'que se es son ha han puede pueden ningun ninguna no'.split(' '),
  ]
    .filter((word) => !homographs.has(word))
    .map((word) => [word, neverAfter(word)]),
);

/** Articles and what never agrees with them: nouns of the other gender, and infinitives after any but `el` and `un`. */
export const disagreements: readonly { readonly after: ReadonlySet<string>; readonly word: RegExp }[] = [
  {
    after: set('el un una del al'),
    word: /^(?!kubernetes|postgres|antes|despues|entonces|lunes|martes|miercoles|jueves|viernes|menos|reves|interes|ingles|alias)\w{3,}[aeo]s$/,
  },
  { after: set('la una'), word: /^(?!kubernetes|ademas|demas|antes|despues|entonces)\w{5,}[aeo]s$/ },
  { after: set('los unos'), word: /^(?!lugares|sidecar)\w{2,}[ai]r$/ },
  {
    after: set('la una las unas'),
    word: /^(?!foto|moto|mano|radio|solo|cuatro|cinco|ocho)\w{4,}os?$|^(?!lugar|hogar|par$|sidecar|pilar|similar|particular|singular|auxiliar|popular|regular)\w{2,}[ai]r$/,
  },
  { after: set('el un los unos del al'), word: /(?:cion|ciones|sion|siones|dad|dades|tura|turas)$|^cada$/ },
  { after: set('los unos las unas'), word: /(?:cion|sion|dad|tura)$/ },
  { after: set('la una las unas'), word: /^otros?$/ },
  { after: set('el los un unos'), word: /^otras?$/ },
  { after: set('el la los las un una de del al con por para sin'), word: /^(?:porque|pero|aunque|sino)$/ },
  // A pronoun is no article of the next noun.
  {
    after: set('ella ellas ellos'),
    word: /^(?:[a-z]+(?:policy|authentication|rule|service)|istio|linkerd|kubernetes|docker|proxy|pods?)$/,
  },
  // «De reciben»: no verb in the plural stands there; of the nouns that end so, those a course may use, however they are misspelt.
  {
    after: set('de del al con por para sin desde hacia'),
    word: /^(?!(?:ima|vol|alm|exa|res|ori|mar|dic|sos|tam|rec|alg|cap|gua|ale|cat)[a-z]*$)[a-z]{4,}[ae]n$/,
  },
  {
    after: set('el un unos del al'),
    word: /^(?:regla|politica|etiqueta|imagen|imagene|capa|ruta|malla|cabecera|cuenta|metrica|traza|consulta|memoria|cosa|vece)s?$/,
  },
  // «Grafana los consulta»: what is a verb too may follow a pronoun.
  {
    after: set('los'),
    word: /^(?:reglas|politicas?|etiquetas|imagen|imagenes|capas?|rutas?|mallas?|cabeceras?|cuentas|metricas?|trazas|consultas|memorias?|cosas?|veces)$/,
  },
];

/** How words that hold a sentence together are written in haste, and what they stand for. */
export const shorthand: ReadonlyMap<string, string> = new Map(
  Object.entries({
    q: 'que',
    k: 'que',
    xq: 'porque',
    pq: 'porque',
    porq: 'porque',
    xa: 'para',
    tb: 'tambien',
    tmb: 'tambien',
    asta: 'hasta',
    ay: 'hay',
    aya: 'haya',
  }),
);

function neverAfter(word: string): ReadonlySet<string> {
  if (word === 'and' || word === 'or' || word === 'nor') return set('and or but');
  if (conjunctions.has(word)) return set('y o e u pero');
  if (word === 'que') return set('que y o e u pero');
  if (word === 'ha' || word === 'han') return set('el la los las un una en y o que quien lo con por');
  if (word === 'puede' || word === 'pueden') return set('en de que lo con');
  // In Spanish they are the names of fields: «from y to».
  if (englishPrepositions.has(word)) return set('and or but is are of');
  if (word === 'no') return set('y e u');
  if (word === 'ningun' || word === 'ninguna') return set('un una unos unas');
  if (word === 'lo') return set('lo y o u el la los las un una por con en para sin al cada su');
  if (word === 'se')
    return set(
      'el un una unos unas y o u de del en es son pero al con pod pods service services deployment contenedor contenedores imagen imagenes ' +
        'etiqueta etiquetas nodo nodos proxy cluster trafico nombre direccion',
    );
  if (word === 'es' || word === 'son') return set('y o u se es son pero hay puede pueden');
  // «Se unen con un o»: the name of what joins them.
  const always = `${word === 'una' ? 'pero' : word === 'un' ? 'pero se' : 'y o pero se'} es son fue${english.has(word) || word === 'its' ? ' and or but is are' : ''}${/^l[aos]s?$/.test(word) ? '' : ' hay puede pueden'}`;
  if (word === 'del' || word === 'al') return set(`${always} el la los las un una de en con donde cual cada`);
  if (prepositions.has(word)) return set(`${always} de en con del al para sin le les`);
  // «Las del selector», «la del otro», «una del principio».
  const partitive = /^(?:el|l[ao]s?|un[ao]s?)$/.test(word) ? '' : ' del';
  return set(
    `${always}${partitive} partir encima haga hagas mientras cuando donde dentro tambien ademas asi siempre nunca entonces porque aunque al en con por para sin sobre desde hasta a el los la las${word === 'cada' ? '' : ' un una'} unos unas no su sus lo le les quien quienes${/^(?:una?|cada|sus?)$/.test(word) ? ' que' : ''}${word === 'cada' || word === 'un' ? ' de' : ''}${/^(?:el|los|un)$/.test(word) ? ' entre' : ''}`,
  );
}
