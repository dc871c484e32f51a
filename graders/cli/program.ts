import { Command, type Help, Option } from 'commander';
import { own } from '../core/own.ts';
import type { Lang, Text } from '../core/text.ts';
import { about, commands, exerciseArgument, exitCodes, headings, options } from './help.ts';
import type { Context, ExitCode } from './io.ts';
import { paletteFor } from './screen.ts';

/** Every command, in the language of the person. Each loads its own code when it runs. */
export function program(context: Context, done: (code: ExitCode) => void): Command {
  const say = (text: Text) => text[context.lang];
  const top = new Command('timonel')
    .description(say(about))
    .option('--lang <lang>', say(options.lang))
    .option('--root <dir>', say(options.root))
    .helpOption('-h, --help', say(options.help))
    .helpCommand(false)
    .version(context.version, '-V, --version', say(options.version))
    .usage(context.lang === 'es' ? '<comando> [opciones]' : '<command> [options]')
    .addHelpText('after', `\n${say(exitCodes)}`);
  settle(top, context);
  const command = (name: keyof typeof commands, usage = ''): Command => {
    const added = top
      .command(`${name} ${usage}`.trim())
      .summary(say(commands[name]))
      .description(asSentence(say(commands[name])));
    settle(added, context);
    return added.helpOption('-h, --help', say(options.help));
  };
  const format = () => new Option('--format <format>', say(options.format)).choices(['human', 'json']).default('human');

  command('grade')
    .argument('[N...]', say(exerciseArgument))
    .option('--dir <dir>', say(options.dir))
    .option('--reveal', say(options.reveal))
    .option('--review', say(options.review))
    .option('--unprotected', say(options.unprotected))
    .addOption(format())
    .action(async (wanted, given) =>
      done(
        given.review
          ? await (await import('./commands/review.ts')).review(wanted, given, context)
          : (await import('./commands/grade.ts')).grade(wanted, given, context),
      ),
    );

  command('check')
    .argument('<paths...>', say(options.paths))
    .addOption(format())
    .action(async (paths, given) => done((await import('./commands/check.ts')).check(paths, given, context)));

  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  command('request')
    .argument('[url]', say(options.url))
    .requiredOption('--world <files...>', say(options.world))
    .option('--from <who>', say(options.from), 'outside')
    .option('-X, --request <method>', say(options.method), 'GET')
    .option('-H, --header <header>', say(options.header), collect, [])
    .option('--gateway <who>', say(options.gateway))
    .option('--token <claims>', say(options.token))
    .option('--token-invalid', say(options.tokenInvalid))
    .option('--client-cert', say(options.clientCert))
    .option('--telemetry', say(options.telemetry))
    .option('--query <promql>', say(options.query), collect, [])
    .option('--calls <call>', say(options.calls), collect, [])
    .option('--drops-headers <who>', say(options.dropsHeaders), collect, [])
    .addOption(format())
    .action(async (url, given) => done((await import('./commands/request.ts')).request(url, given, context)));

  command('image')
    .argument('<path>', say(options.image))
    .option('--context <dir>', say(options.context))
    .addOption(format())
    .action(async (path, given) => done((await import('./commands/image.ts')).image(path, given, context)));

  command('cluster')
    .argument('<paths...>', say(options.worldPaths))
    .addOption(format())
    .action(async (paths, given) => done((await import('./commands/cluster.ts')).cluster(paths, given, context)));

  command('list').action(async () => done((await import('./commands/list.ts')).list(context)));

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
    .option('--port <port>', say(options.port))
    .option('--open', say(options.open))
    .option('--plain', say(options.plain))
    .option('--unprotected', say(options.unprotected))
    .action(async (given) => done(await (await import('./commands/start.ts')).start(given, context)));

  command('lsp')
    // Editors add it by themselves; there is no other way to be talked to.
    .addOption(new Option('--stdio').hideHelp())
    .action(async () => done(await (await import('./commands/lsp.ts')).lsp(context)));

  return top;
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

/** `npx timonel grade [N…] [--dir DIR] …`, as it can be typed. */
export function usageOf(command: Command, lang: Lang): string {
  const word = lang === 'es' ? '[opciones]' : '[options]';
  const path = command.parent ? `timonel ${command.name()}` : 'timonel';
  return `npx ${path} ${command.usage().replace('[options]', word)}`.trimEnd();
}

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
