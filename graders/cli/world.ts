import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { isDockerfile, isManifest } from '../check.ts';
import { type Finding, finding } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { explain, type FileRead, readText, sourceOf } from '../course/files.ts';
import { isKustomization } from '../model/kustomize/paths.ts';
import { filesNamedIn } from '../model/kustomize/world.ts';
import { unreadable } from '../parse/file/findings.ts';
import { looksLikeManifest } from './manifest-like.ts';

/** The files of one path that a person named: a file alone, or a folder with all of its files. */
export interface World {
  readonly path: string;
  readonly sources: readonly Source[];
  /** Files that could not be read, with what can be shown of them. */
  readonly problems: readonly Finding[];
  readonly shown: readonly Source[];
  /** Whether the path itself could not be read. */
  readonly unreadable: boolean;
  /** YAML and JSON that is no manifest, or only a piece of one, by path. */
  readonly skipped: readonly string[];
}

/**
 * Reads the world of a path. In folders, `node_modules` and hidden entries are passed over, and links are followed only to
 * files in it or in the current folder.
 * @param typed the path as the person wrote it, relative to `cwd`
 */
export function loadWorld(cwd: string, typed: string): World {
  const path = tidy(typed);
  return isFolder(resolve(cwd, typed)) ? folderWorld(cwd, path) : fileWorld(cwd, path);
}

function fileWorld(cwd: string, path: string): World {
  const read = readText(resolve(cwd, path), path);
  const problems = read.problem ? [read.problem] : [];
  const known = isDockerfile(path) || isManifest(path);
  return {
    path,
    sources: read.problem || !known ? [] : [sourceOf(read)],
    problems,
    shown: textOf(read),
    unreadable: problems.length > 0,
    skipped: known || read.problem ? [] : [path],
  };
}

function folderWorld(cwd: string, path: string): World {
  const sources: Source[] = [];
  const problems: Finding[] = [];
  const skipped: string[] = [];
  const shown: Source[] = [];
  const found = filesUnder(cwd, path);
  problems.push(...found.problems);
  const named = new Set(found.files.filter(isKustomization).flatMap((file) => namedIn(cwd, file)));
  for (const file of found.files) {
    const isNamed = named.has(file) || isKustomization(file);
    if (!isNamed && !isDockerfile(file) && !isManifest(file)) continue;
    const read = readText(resolve(cwd, file), file);
    shown.push(...textOf(read));
    if (read.problem) problems.push(read.problem);
    else if (isNamed || isDockerfile(file) || looksLikeManifest(file, read.text ?? '')) sources.push(sourceOf(read));
    else skipped.push(file);
  }
  return { path, sources, problems, shown, unreadable: false, skipped };
}

/** The files that a kustomization names, under whatever name they have. */
function namedIn(cwd: string, path: string): readonly string[] {
  const { text = '' } = readText(resolve(cwd, path), path);
  return filesNamedIn({ path, text });
}

const textOf = ({ path, text }: FileRead): readonly Source[] => (text === undefined ? [] : [{ path, text }]);

interface Found {
  readonly files: readonly string[];
  /** Folders that cannot be listed, and links that lead out. */
  readonly problems: readonly Finding[];
}

function filesUnder(cwd: string, path: string): Found {
  const found: string[] = [];
  const problems: Finding[] = [];
  const open = [path];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const base = folder;
    const entries = entriesOf(resolve(cwd, base), base);
    if ('id' in entries) problems.push(entries);
    for (const entry of 'id' in entries ? [] : entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const inner = base === '.' ? entry.name : `${base.replace(/\/$/, '')}/${entry.name}`;
      if (entry.isDirectory()) open.push(inner);
      else if (entry.isFile()) found.push(inner);
      else if (entry.isSymbolicLink() && isFileOf([cwd, resolve(cwd, path)], resolve(cwd, inner))) found.push(inner);
      else if (entry.isSymbolicLink() && isFile(resolve(cwd, inner)) && (isDockerfile(inner) || isManifest(inner))) {
        problems.push(finding(unreadable, 'link', { path: inner, from: 0, to: 0 }, { file: inner }));
      }
    }
  }
  return { files: found.sort(), problems };
}

function entriesOf(folder: string, path: string): readonly Dirent[] | Finding {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (problem) {
    return explain(problem, { path, from: 0, to: 0 });
  }
}

/** Whether a link leads to a file of one of some folders: what is elsewhere is nobody's to show. */
function isFileOf(folders: readonly string[], link: string): boolean {
  try {
    const target = realpathSync(link);
    return isFile(target) && folders.some((folder) => target.startsWith(realpathSync(folder) + sep));
  } catch {
    return false;
  }
}

/** False for a link that leads nowhere, or to itself. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** `./k8s//web.yaml` and `k8s\web.yaml` are `k8s/web.yaml`. */
function tidy(path: string): string {
  const clean = path
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.\/)+(?=.)/, '');
  return clean.length > 1 ? clean.replace(/\/$/, '') : clean;
}
