import type { Span } from '../../../core/span.ts';
import { type Hop, hop } from '../../../core/trace.ts';
import type { Copy, Dockerfile, From, Instruction, Stage } from '../../../model/dockerfile/dockerfile.ts';
import { Budget, type Entry, emptyFiles, type Files, resolvePath, write } from '../../machine/index.ts';
import { type ContextFile, ignoreRules } from '../context.ts';
import { hops } from '../hops.ts';
import { fromProfile } from './base.ts';
import { copy, type Origin } from './copy.ts';
import { begin, checkImages, globalArgs, isItself, parentStage, pullRefusal, type Registry } from './from.ts';
import { written } from './history.ts';
import { type BuildRefusal, BuildStop } from './refusal.ts';
import { run } from './run.ts';
import { settle } from './settings.ts';
import type { BuiltImage, Layer, StageState, Step } from './stage.ts';
import { checkWarnings } from './warned.ts';
import { besides, expanded, valuesIn } from './words.ts';

export type Build =
  | {
      readonly ok: true;
      readonly image: BuiltImage;
      /** Every instruction that was carried out, in order; stages the image does not need are left out. */
      readonly steps: readonly Step[];
      readonly hops: readonly Hop[];
    }
  | { readonly ok: false; readonly refusal: BuildRefusal; readonly at: Span; readonly hops: readonly Hop[] };

/**
 * Builds the last stage of a Dockerfile over a virtual context, as `docker build .` does. Nothing is executed: commands
 * are followed as far as their effects are modelled, and what is beyond stays unknown in the image's file system.
 * @param dockerfile a Dockerfile without syntax findings
 * @param context the files of the build context, with paths relative to it
 * @param registry what pulling an image gives
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function build(dockerfile: Dockerfile, context: readonly ContextFile[], registry: Registry): Build {
  const builder = new Builder(dockerfile, context, registry);
  const last = dockerfile.stages.at(-1);
  try {
    if (!last) throw new Error('a Dockerfile without stages is not built');
    checkImages(dockerfile);
    checkWarnings(dockerfile, last, context, registry);
    const { args: _args, ownCmd: _ownCmd, steps: _steps, ...image } = builder.stage(last);
    return { ok: true, image, steps: builder.steps, hops: builder.hops };
  } catch (stop) {
    if (!(stop instanceof BuildStop)) throw stop;
    return { ok: false, refusal: stop.refusal, at: stop.at, hops: builder.hops };
  }
}

/** Why Docker would not even begin: an image or a platform that is none, in any stage. */
export function imageProblem(
  dockerfile: Dockerfile,
): { readonly refusal: BuildRefusal; readonly at: Span } | undefined {
  try {
    checkImages(dockerfile);
    return undefined;
  } catch (stop) {
    if (!(stop instanceof BuildStop)) throw stop;
    return { refusal: stop.refusal, at: stop.at };
  }
}

class Builder {
  readonly hops: Hop[] = [];
  readonly steps: Step[] = [];
  private readonly built = new Map<number, StageState>();
  private readonly globals: Readonly<Record<string, string>>;
  private readonly context: Origin;
  private readonly budget = new Budget();

  constructor(
    private readonly dockerfile: Dockerfile,
    context: readonly ContextFile[],
    private readonly registry: Registry,
  ) {
    this.globals = globalArgs(dockerfile);
    this.context = contextOrigin(context, dockerfile.source.path);
  }

  /** Stages are built when something needs them, once. */
  stage(stage: Stage): StageState {
    const known = this.built.get(stage.index);
    if (known) return known;
    let state = this.begin(stage);
    const triggers = state.onbuild;
    state = { ...state, onbuild: [] };
    for (const instruction of [...triggers, ...stage.instructions]) {
      const before = state;
      state = remembered(this.step(stage, before, instruction), before, instruction, this.dockerfile.escapeChar);
    }
    this.built.set(stage.index, state);
    return state;
  }

  private begin(stage: Stage): StageState {
    const parent = parentStage(this.dockerfile, stage);
    if (parent) {
      const state = this.stage(parent);
      const at = stage.from.image.at;
      this.hops.push(hop(hops, 'base', 'stageBase', { stage: parent.name ?? String(parent.index) }, { at }));
      this.record(stage, stage.from, `stage ${parent.index}`, false);
      return { ...state, args: besides(state.args, state.env), ownCmd: false };
    }
    const { state, hop: said } = begin(this.dockerfile, stage, this.registry);
    this.hops.push(said);
    this.record(stage, stage.from, state.base?.reference ?? 'scratch', false);
    return state;
  }

  private step(stage: Stage, state: StageState, instruction: Exclude<Instruction, From>): StageState {
    const { keyword } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') {
      const done = copy(
        instruction,
        state,
        this.origin(stage, instruction, state),
        this.dockerfile.escapeChar,
        this.budget,
      );
      this.hops.push(done.hop);
      this.record(stage, instruction, done.inputs, true);
      return layered(done.state, state, instruction);
    }
    if (keyword === 'RUN') {
      const done = run(instruction, state, (from) => this.mounted(stage, from, instruction.at), this.budget);
      this.hops.push(done.hop);
      this.record(
        stage,
        instruction,
        `${JSON.stringify(valuesIn(state))}${state.user}${state.workdir}${done.inputs}`,
        true,
      );
      return layered(done.state, state, instruction);
    }
    const done = settle(instruction, state, this.globals, this.dockerfile.escapeChar);
    if (done.hop) this.hops.push(done.hop);
    const layer = keyword === 'WORKDIR' && done.state.files !== state.files;
    this.record(stage, instruction, '', layer);
    return layer ? layered(done.state, state, instruction) : done.state;
  }

  private record(stage: Stage, { keyword, at, args, heredocs }: Instruction, inputs: string, layer: boolean): void {
    const bodies = heredocs.map(({ content }) => content).join('');
    this.steps.push({ stage: stage.index, keyword, at, layer, inputs: `${keyword} ${args.text}${bodies}\n${inputs}` });
  }

  /** Where a `COPY` takes its sources from: the context, a stage by name or number, or an image. */
  private origin(stage: Stage, { flags }: Copy, state: StageState): Origin {
    const flag = flags.find(({ name }) => name === 'from');
    if (!flag?.value) return this.context;
    const name = expanded({ text: flag.value, at: flag.valueAt }, valuesIn(state), this.dockerfile.escapeChar);
    return { files: this.filesOf(stage, name, flag.valueAt), name, ignored: () => false };
  }

  private mounted(stage: Stage, from: string | undefined, at: Span): Files {
    return from === undefined ? this.context.files : this.filesOf(stage, from, at);
  }

  private filesOf(current: Stage, name: string, at: Span): Files {
    if (isItself(current, name)) throw new BuildStop({ kind: 'circular', stage: name }, at);
    const { stages } = this.dockerfile;
    const isNumber = /^\d+$/.test(name);
    const stage = isNumber ? stages[Number(name)] : stages.findLast(({ name: own }) => own === name.toLowerCase());
    if (stage && stage.index < current.index) return this.stage(stage).files;
    if (name === 'scratch') return emptyFiles;
    const answer = this.registry(name);
    if (!answer.ok) throw new BuildStop(pullRefusal(answer, name), at);
    return fromProfile(answer.image).files;
  }
}

function contextOrigin(context: readonly ContextFile[], dockerfilePath: string): Origin {
  const entries = context.map(({ path, text, mode = 0o644, size }): [string, Entry] => [
    resolvePath('/', path),
    {
      kind: 'file',
      mode,
      uid: 0,
      gid: 0,
      layer: -1,
      written: { path, from: 0, to: 0 },
      ...(size === undefined ? { content: text } : { size }),
    },
  ]);
  return { files: write(emptyFiles, entries), name: undefined, ignored: ignoreRules(context, dockerfilePath) };
}

/** A stage with what an instruction writes into its history. */
function remembered(
  state: StageState,
  before: StageState,
  instruction: Exclude<Instruction, From>,
  escapeChar: string,
): StageState {
  const by = written(instruction, before, state, escapeChar);
  if (by === undefined) return state;
  const layer = state.layers.length > before.layers.length ? { layer: state.layers.length - 1 } : {};
  return { ...state, history: [...state.history, { by, ...layer }] };
}

/** Closes the layer of an instruction: the paths that were not there before, or not like this. */
function layered(state: StageState, before: StageState, { keyword, at }: Instruction): StageState {
  const added = [...state.files.entries].filter(([path, entry]) => before.files.entries.get(path) !== entry);
  const bytes = added.reduce((sum, [, { size, content }]) => sum + (size ?? content?.length ?? 0), 0);
  const layer: Layer = { keyword, at, paths: added.map(([path]) => path), bytes };
  return { ...state, layers: [...state.layers, layer] };
}
