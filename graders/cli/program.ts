import { Argument, Command, type Help, Option } from 'commander';
import { own } from '../core/own.ts';
import type { Lang, Text } from '../core/text.ts';
import {
  about,
  codes,
  commands,
  examples,
  exerciseArgument,
  exitCodes,
  firstSteps,
  gradeFormats,
  headings,
  notebookActions,
  options,
} from './help.ts';
import type { Context, ExitCode } from './io.ts';
import { paletteFor } from './screen.ts';

/** Every command, in the language of the person. Each loads its own code when it runs. */
export function program(context: Context, done: (code: ExitCode) => void): Command {
  const say = (text: Text) => text[context.lang];
  const name = (es: string, en: string) => say({ es, en });
  const top = new Command('timonel')
    .description(say(about))
    .option(name('--lang <idioma>', '--lang <language>'), say(options.lang))
    .option(name('--course <carpeta>', '--course <folder>'), say(options.course))
    // What it was called before.
    .addOption(new Option('--root <folder>').hideHelp())
    .helpOption('-h, --help', say(options.help))
    .helpCommand(false)
    .version(context.version, '-V, --version', say(options.version))
    .usage(context.lang === 'es' ? '<comando> [opciones]' : '<command> [options]')
    .addHelpText('after', `\n${say(firstSteps)}\n\n${say(exitCodes)}`);
  settle(top, context);
  const command = (word: keyof typeof commands, usage = ''): Command => {
    const added = top
      .command(`${word} ${usage}`.trim())
      .summary(say(commands[word]))
      .description(asSentence(say(commands[word])))
      .addHelpText('after', () => after(word, context));
    settle(added, context);
    return added.helpOption('-h, --help', say(options.help));
  };
  const format = (about: Text = options.format, others: readonly string[] = []) =>
    new Option(name('--format <formato>', '--format <format>'), say(about))
      .choices(['human', 'json', ...others])
      .default('human');

  command('grade')
    .argument('[N...]', say(exerciseArgument))
    .option(name('--dir <carpeta>', '--dir <folder>'), say(options.dir))
    .option('--reveal', say(options.reveal))
    .option('--review', say(options.review))
    .option('--unprotected', say(options.unprotected))
    .addOption(format(options.gradeFormat, gradeFormats))
    .action(async (wanted, given) =>
      done(
        given.review
          ? await (await import('./commands/review.ts')).review(wanted, given, context)
          : (await import('./commands/grade.ts')).grade(wanted, given, context),
      ),
    );

  command('check')
    .argument(name('<rutas...>', '<paths...>'), say(options.paths))
    .addOption(format(options.checkFormat, ['sarif', 'github']))
    .action(async (paths, given) => done((await import('./commands/check.ts')).check(paths, given, context)));

  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  command('request')
    .argument(name('[dirección]', '[url]'), say(options.url))
    .requiredOption(name('--world <ficheros...>', '--world <files...>'), say(options.world))
    .option(name('--from <quién>', '--from <who>'), say(options.from), 'outside')
    .option(name('-X, --request <método>', '-X, --request <method>'), say(options.method), 'GET')
    .option(name('-H, --header <cabecera>', '-H, --header <header>'), say(options.header), collect, [])
    .option(name('--gateway <quién>', '--gateway <who>'), say(options.gateway))
    .option('--token <claims>', say(options.token))
    .option('--token-invalid', say(options.tokenInvalid))
    .option('--client-cert', say(options.clientCert))
    .option('--telemetry', say(options.telemetry))
    .option('--query <promql>', say(options.query), collect, [])
    .option(name('--calls <llamada>', '--calls <call>'), say(options.calls), collect, [])
    .option(name('--drops-headers <quién>', '--drops-headers <who>'), say(options.dropsHeaders), collect, [])
    .addOption(format())
    .action(async (url, given) => done((await import('./commands/request.ts')).request(url, given, context)));

  command('image')
    .argument(name('<ruta>', '<path>'), say(options.image))
    .option(name('--context <carpeta>', '--context <folder>'), say(options.context))
    .addOption(format())
    .action(async (path, given) => done((await import('./commands/image.ts')).image(path, given, context)));

  command('cluster')
    .argument(name('<rutas...>', '<paths...>'), say(options.worldPaths))
    .addOption(format())
    .action(async (paths, given) => done((await import('./commands/cluster.ts')).cluster(paths, given, context)));

  command('lab')
    .argument(name('[ficheros...]', '[files...]'), say(options.labFiles))
    .option('--exercise <N>', say(options.labExercise))
    .option(name('--script <fichero>', '--script <file>'), say(options.labScript))
    .option(name('--session <fichero>', '--session <file>'), say(options.labSession))
    .option(name('--save <fichero>', '--save <file>'), say(options.labSave))
    .action(async (files, given) => done(await (await import('./commands/lab.ts')).lab(files, given, context)));

  command('list')
    .option(`--module ${name('<módulo>', '<module>')}`, say(options.module))
    .option('--pending', say(options.pending))
    .addOption(format())
    .action(async (given) => done((await import('./commands/list.ts')).list(given, context)));

  command('next').action(async () => done((await import('./commands/next.ts')).next(context)));

  command('hint')
    .argument('<N>', say(exerciseArgument))
    .argument('[K]', say(options.hintNumber))
    .action(async (wanted, asked) => done((await import('./commands/hint.ts')).hint(wanted, asked, context)));

  command('reset')
    .argument('<N>', say(exerciseArgument))
    .option('--yes', say(options.yes))
    .action(async (wanted, given) => done(await (await import('./commands/reset.ts')).reset(wanted, given, context)));

  command('explain')
    .argument('<id>', say(options.finding))
    .action(async (id) => done((await import('./commands/explain.ts')).explain(id, context)));

  command('start')
    .option(name('--port <puerto>', '--port <port>'), say(options.port))
    .option('--open', say(options.open))
    .option('--plain', say(options.plain))
    .option('--unprotected', say(options.unprotected))
    .action(async (given) => done(await (await import('./commands/start.ts')).start(given, context)));

  notebookCommands(command('notebook'), context, done);

  command('new')
    .addArgument(new Argument(name('<qué>', '<what>'), say(options.newWhat)).choices(['exercise', 'rule']))
    .argument(name('<nombre>', '<name>'), say(options.newName))
    .option('--number <N>', say(options.newNumber))
    .option(name('--title <título>', '--title <title>'), say(options.newTitle))
    .option(name('--title-en <título>', '--title-en <title>'), say(options.newTitleEn))
    .option(name('--lesson <id>', '--lesson <id>'), say(options.newLesson))
    .addOption(
      new Option(name('--format <formato>', '--format <format>'), say(options.newFormat))
        .choices(['manifests', 'dockerfile', 'literal'])
        .default('manifests'),
    )
    .action(async (what, word, given) => done((await import('./commands/new.ts')).begin(what, word, given, context)));

  command('init')
    .argument(name('[carpeta]', '[folder]'), say(options.initFolder))
    .option('--yes', say(options.yes))
    .action(async (folder, given) =>
      done(await (await import('./commands/init.ts')).init(folder, { ...given, course: top.opts().course }, context)),
    );

  command('site')
    .option(name('--out <carpeta>', '--out <folder>'), say(options.siteOut))
    .addOption(new Option('--on-request').hideHelp())
    .action(async (given) => done(await (await import('./commands/site.ts')).site(given, context)));

  command('gate')
    .argument('[N...]', say(exerciseArgument))
    .option('--watch', say(options.watch))
    .option('--accept', say(options.accept))
    .action(async (wanted, given) => done(await (await import('./commands/gate.ts')).gate(wanted, given, context)));

  command('doctor')
    .addOption(format())
    .action(async (given) => done(await (await import('./commands/doctor.ts')).doctor(given, context)));

  command('class')
    .argument(name('<carpeta...>', '<folder...>'), say(options.classFolder))
    .requiredOption(name('--out <carpeta>', '--out <folder>'), say(options.classOut))
    .option('--workers <N>', say(options.workers))
    .option('--shard <i/n>', say(options.shard))
    .option('--run-code', say(options.runCode))
    .option(name('--only <ejercicios>', '--only <exercises>'), say(options.classOnly))
    .option(name('--export <formatos>', '--export <formats>'), say(options.classExport))
    .option('--review <min|max>', say(options.classReview))
    .option(name('--moodle <fichero>', '--moodle <file>'), say(options.moodle))
    .option(name('--canvas <fichero>', '--canvas <file>'), say(options.canvas))
    .option(name('--canvas-column <nombre>', '--canvas-column <name>'), say(options.canvasColumn))
    .option(name('--comments <fichero>', '--comments <file>'), say(options.comments))
    .option(name('--against <resultados>', '--against <results>'), say(options.against))
    .option(name('--timestamp <hora>', '--timestamp <time>'), say(options.timestamp))
    .option('--site <url>', say(options.classSite))
    .option(name('--secret <fichero>', '--secret <file>'), say(options.classSecret))
    .addOption(format())
    .action(async (folders, given) =>
      done(await (await import('./commands/class.ts')).gradeAll(folders, given, context)),
    );

  command('variant')
    .argument(name('<estudiante>', '<student>'), say(options.variantStudent))
    .requiredOption(name('--secret <fichero>', '--secret <file>'), say(options.secret))
    .requiredOption(name('--out <carpeta>', '--out <folder>'), say(options.variantOut))
    .action(async (student, given) => done((await import('./commands/variant.ts')).variant(student, given, context)));

  command('completion')
    .argument(name('<shell>', '<shell>'), say(options.shell))
    .action(async (shell) => done((await import('./commands/completion.ts')).completion(shell, top, context)));

  command('lsp')
    // Editors add it by themselves; there is no other way to be talked to.
    .addOption(new Option('--stdio').hideHelp())
    .action(async () => done(await (await import('./commands/lsp.ts')).lsp(context)));

  return top;
}

/** `timonel notebook export`, and the other things that are done with a notebook. */
function notebookCommands(notebook: Command, context: Context, done: (code: ExitCode) => void): void {
  const say = (text: Text) => text[context.lang];
  const name = (es: string, en: string) => say({ es, en });
  const action = (word: keyof typeof notebookActions): Command => {
    const added = notebook
      .command(word)
      .summary(say(notebookActions[word]))
      .description(asSentence(say(notebookActions[word])))
      .addHelpText('after', () => after(`notebook ${word}`, context));
    settle(added, context);
    return added.helpOption('-h, --help', say(options.help));
  };
  const file = name('<cuaderno>', '<notebook>');
  notebook.helpCommand(false).usage(name('<acción> [opciones]', '<action> [options]'));

  action('export')
    .argument('[N...]', say(exerciseArgument))
    .requiredOption(name('--out <fichero>', '--out <file>'), say(options.notebookOut))
    .option('--filled', say(options.filled))
    .option('--yes', say(options.yes))
    .action(async (wanted, given) =>
      done(await (await import('./commands/notebook-export.ts')).exportCommand(wanted, given, context)),
    );

  action('import')
    .argument(file, say(options.notebookFile))
    .option('--dry-run', say(options.dryRun))
    .option('--yes', say(options.yes))
    .action(async (path, given) =>
      done(await (await import('./commands/notebook-import.ts')).importCommand(path, given, context)),
    );

  action('scaffold')
    .argument(name('<fichero>', '<file>'), say(options.scaffoldFile))
    .option('--lesson <id>', say(options.scaffoldLesson))
    .option('--dry-run', say(options.dryRun))
    .action(async (path, given) =>
      done(await (await import('./commands/notebook-scaffold.ts')).scaffoldCommand(path, given, context)),
    );

  action('feedback')
    .argument(file, say(options.notebookFile))
    .option(name('--out <fichero>', '--out <file>'), say(options.feedbackOut))
    .option('--run-code', say(options.runCode))
    .option('--yes', say(options.yes))
    .action(async (path, given) =>
      done(await (await import('./commands/notebook-feedback.ts')).feedbackCommand(path, given, context)),
    );
}

/** What commander says by itself is said by us: it only speaks English. */
function settle(command: Command, context: Context): void {
  const { strong } = paletteFor(context.out, context.env);
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => context.out.write(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => Math.min(context.out.columns ?? 100, 110),
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (heading) => strong(own(headings, heading)?.[context.lang] ?? heading),
      optionDescription: (option: Option) => option.description,
      commandUsage: (shown: Command) => usageOf(shown, context.lang),
      subcommandTerm: (shown: Command) => shown.name(),
    } satisfies Partial<Help>);
}

/** `npx timonel grade [N…] [--dir DIR] …`, as it can be typed; of a command within another one, both names. */
export function usageOf(command: Command, lang: Lang): string {
  const word = lang === 'es' ? '[opciones]' : '[options]';
  const names = [];
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name());
  return `npx ${names.join(' ')} ${command.usage().replace('[options]', word)}`.trimEnd();
}

/** Below the options: what can be typed as it is, and what the exit code says. */
function after(word: string, { lang }: Context): string {
  const shown = own(examples, word) ?? [];
  const width = Math.max(0, ...shown.map(([line]) => line.length));
  const title = lang === 'es' ? 'Ejemplos:' : 'Examples:';
  const lines = shown.map(([line, what]) => `  ${line.padEnd(width)}  ${what[lang]}`);
  const code = own(codes, word)?.[lang];
  return [...(lines.length > 0 ? ['', title, ...lines] : []), ...(code === undefined ? [] : ['', code])].join('\n');
}

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
