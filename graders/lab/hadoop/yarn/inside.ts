import { has } from '../../../core/own.ts';
import { hop } from '../../../core/trace.ts';
import { type Asked, imageName, isPrivileged, mountsOf, runAs, uidOf } from './container.ts';
import { isTrusted } from './executor.ts';
import { hops } from './hops.ts';
import { normalPath, passwd, type TaskImage } from './host.ts';
import { site } from './names.ts';
import type { Step } from './refusal.ts';

/** What goes wrong once Docker has been asked to run the image. */
export const insideSteps: readonly Step<Asked>[] = [available, launchScript, knownInside, java, libraries];

function imageOf(asked: Asked): TaskImage | undefined {
  const { name } = imageName(asked);
  const tagged = /[:@][^/]*$/.test(name) ? name : `${name}:latest`;
  return asked.images.find((image) => image.name === tagged);
}

function available(asked: Asked) {
  const { name: image, at } = imageName(asked);
  return imageOf(asked) ? undefined : hop(hops, 'pull', 'imageUnknown', { image }, { at });
}

/** YARN's script comes in by a mount, which an image that is not trusted does not get. */
function launchScript(asked: Asked) {
  const { name: image } = imageName(asked);
  return isTrusted(asked)
    ? undefined
    : hop(hops, 'process', 'untrusted', { image }, { at: asked.docker.place('docker.trusted.registries') });
}

function knownInside(asked: Asked) {
  const { host, site: conf } = asked;
  const image = imageOf(asked);
  const ofHost = mountsOf(asked).some(
    ({ source, target }) => normalPath(source) === passwd && normalPath(target) === passwd,
  );
  const users = ofHost ? host.users : (image?.users ?? {});
  const user = runAs(asked);
  if (isPrivileged(asked)) return undefined;
  const { name, at } = imageName(asked);
  if (!conf.isTrue(site.remapping)) {
    return has(users, user) ? undefined : hop(hops, 'user', 'nameUnknown', { user, image: name }, { at });
  }
  const uid = uidOf(host, user) ?? 0;
  return Object.values(users).includes(uid)
    ? undefined
    : hop(hops, 'user', 'uidUnknown', { user, uid, image: name }, { at });
}

function java(asked: Asked) {
  const { name: image, at } = imageName(asked);
  return imageOf(asked)?.java ? undefined : hop(hops, 'process', 'noJava', { image }, { at });
}

const mainClass = {
  master: 'org.apache.hadoop.mapreduce.v2.app.MRAppMaster',
  map: 'org.apache.hadoop.mapred.YarnChild',
  reduce: 'org.apache.hadoop.mapred.YarnChild',
} as const;

function libraries(asked: Asked) {
  const { name: image, at } = imageName(asked);
  const version = imageOf(asked)?.hadoop;
  if (version === undefined) return hop(hops, 'process', 'noHadoop', { image, main: mainClass[asked.kind] }, { at });
  const major = (text: string): string => text.split('.')[0] ?? '';
  if (major(version) === major(asked.host.hadoop)) return undefined;
  return hop(hops, 'process', 'otherHadoop', { image, version, cluster: asked.host.hadoop }, { at });
}
