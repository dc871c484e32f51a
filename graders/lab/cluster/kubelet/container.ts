import type { IContainer } from 'kubernetes-models/v1';
import type { Span } from '../../../core/span.ts';
import type { Hop } from '../../../core/trace.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { launch } from '../../machine/index.ts';
import type { ImageProfile } from '../images.ts';
import { quantity } from '../quantity.ts';
import { text } from '../read.ts';
import type { PodPlan } from '../workloads/plan.ts';
import { commandLine } from './argv.ts';
import { missingConfig } from './config.ts';
import type { Surroundings } from './context.ts';
import { machineFor } from './inside.ts';
import type { KubeletOptions } from './options.ts';
import { type Process, processOf } from './process.ts';
import { podHop } from './say.ts';
import { rootRefusal } from './security.ts';

/** A container that could not be created, or the process that now runs in it. */
export type Creation =
  | { readonly created: false; readonly reason: string; readonly hop: Hop }
  | { readonly created: true; readonly process: Process; readonly around: Surroundings };

/** Below this no runtime gets its first process to run; Docker refuses less than 6 MB. */
const leastMemory = 2 ** 20;

/** Pulls the image and creates the container, or says which of the kubelet's conditions it fails. */
export function createContainer(container: IContainer, plan: PodPlan, options: KubeletOptions): Creation {
  const pulled = pullImage(container, plan, options);
  if ('hop' in pulled) return { created: false, ...pulled };
  const around: Surroundings = {
    container,
    spec: plan.spec,
    image: pulled.image,
    unpacked: options.unpacked(pulled.image),
    namespace: plan.namespace,
    resources: options.resources,
    closed: options.closed,
    budget: options.budget,
  };
  const refusal = missingConfigOf(container, plan, options) ?? refuse(around, plan);
  if (refusal) return { created: false, ...refusal };
  const argv = commandLine(around);
  const process = options.process(around, () => processOf(launch(machineFor(around), argv), argv));
  if (process.does === 'cannot-start') return { created: false, ...startRefusal(process, around, plan) };
  return { created: true, process, around };
}

/** Why the runtime does not start the program. */
function startRefusal(
  { program, refusal }: Extract<Process, { does: 'cannot-start' }>,
  { container }: Surroundings,
  plan: PodPlan,
): { readonly reason: string; readonly hop: Hop } {
  const facts = { container: nameOf(container) };
  if (refusal === 'no-command') {
    const hop = podHop(plan, 'kubelet', 'noCommand', facts, placeOf(container, plan.at));
    return { reason: 'CreateContainerError', hop };
  }
  const data = { ...facts, image: text(container.image) ?? '', program };
  const at = spanOf(container, 'command') ?? spanOf(container, 'args') ?? placeOf(container, plan.at);
  const message = refusal === 'program-not-found' ? 'programMissing' : 'programRefused';
  return { reason: 'StartError', hop: podHop(plan, 'kubelet', message, data, at) };
}

export const nameOf = (container: IContainer): string => text(container.name) ?? '';
export const placeOf = (container: IContainer, otherwise: Span): Span => spanOf(container) ?? otherwise;

function pullImage(
  container: IContainer,
  plan: PodPlan,
  { images, closed, onNode }: KubeletOptions,
): { readonly image: ImageProfile } | { readonly reason: string; readonly hop: Hop } {
  const image = text(container.image) ?? '';
  const at = spanOf(container, 'image') ?? placeOf(container, plan.at);
  const facts = { image, container: nameOf(container) };
  const pulled = images(image);
  if (!pulled.ok) {
    if (pulled.reason === 'invalid-reference') {
      return { reason: 'InvalidImageName', hop: podHop(plan, 'pull', 'imageInvalid', facts, at) };
    }
    const { suggestion } = pulled;
    const hop = suggestion
      ? podHop(plan, 'pull', 'imageMissingNear', { ...facts, suggestion }, at)
      : podHop(plan, 'pull', 'imageMissing', facts, at);
    return { reason: 'ImagePullBackOff', hop };
  }
  const place = spanOf(container, 'imagePullPolicy') ?? at;
  const policy = pullPolicy(container, pulled.image);
  if (policy === 'Always' && pulled.image.loaded) {
    const said = container.imagePullPolicy === undefined ? 'imageOnlyOnNodeByTag' : 'imageOnlyOnNode';
    return { reason: 'ImagePullBackOff', hop: podHop(plan, 'pull', said, facts, place) };
  }
  if (closed && policy === 'Never' && !pulled.image.loaded && !onNode(pulled.image)) {
    return { reason: 'ErrImageNeverPull', hop: podHop(plan, 'pull', 'imageNeverPulled', facts, place) };
  }
  return { image: pulled.image };
}

/** @see https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting */
function pullPolicy({ imagePullPolicy }: IContainer, { tag, digest }: ImageProfile): string {
  const byDefault = digest === undefined && (tag ?? 'latest') === 'latest' ? 'Always' : 'IfNotPresent';
  return imagePullPolicy ?? byDefault;
}

function missingConfigOf(container: IContainer, plan: PodPlan, options: KubeletOptions) {
  const hop = missingConfig(container, plan, options);
  return hop && { reason: 'CreateContainerConfigError', hop };
}

function refuse(around: Surroundings, plan: PodPlan): { readonly reason: string; readonly hop: Hop } | undefined {
  const { container } = around;
  const facts = { container: nameOf(container) };
  const root = rootRefusal(around);
  if (root) {
    const settings =
      container.securityContext?.runAsNonRoot === undefined ? plan.spec.securityContext : container.securityContext;
    const at = spanOf(settings, 'runAsNonRoot') ?? placeOf(container, plan.at);
    const message = root === 'root' ? 'runsAsRoot' : 'userNotNumeric';
    return { reason: 'CreateContainerConfigError', hop: podHop(plan, 'kubelet', message, facts, at) };
  }
  const limits = container.resources?.limits as Record<string, unknown> | undefined;
  const bytes = quantity(limits?.memory);
  if (bytes !== undefined && bytes > 0 && bytes < leastMemory) {
    const at = spanOf(limits, 'memory') ?? placeOf(container, plan.at);
    const hop = podHop(plan, 'kubelet', 'memoryTooSmall', { ...facts, bytes: Math.ceil(bytes) }, at);
    return { reason: 'RunContainerError', hop };
  }
  return undefined;
}
