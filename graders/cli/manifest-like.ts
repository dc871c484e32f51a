import { isKustomization } from '../model/kustomize/paths.ts';

/**
 * Whether a YAML or JSON file found in a folder is a manifest. A project is full of YAML that is not: compose files,
 * workflows, Helm values. A manifest names its `apiVersion` or its `kind` at the top of some document.
 */
export function looksLikeManifest(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.endsWith('.json')) return /"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text);
  if (isOfOtherTool(path)) return false;
  if (isHelmTemplate(path, text)) return false;
  // A bare number is the version of something else: Grafana numbers its files.
  const hasVersion = /^["']?apiVersion["']?\s*:(?!\s*\d+\s*(?:#.*)?$)/m.test(text);
  return /^values[^/]*\.ya?ml$/.test(name) ? hasVersion : hasVersion || /^["']?kind["']?\s*:/m.test(text);
}

/** Files whose name says that a tool on the machine reads them, and never the API server. */
function isOfOtherTool(path: string): boolean {
  return (
    isKustomization(path) ||
    /(?:^|\/)(?:Chart\.ya?ml|(?:docker-)?compose(?:\.[\w-]+)*\.ya?ml|skaffold(?:\.[\w-]+)*\.ya?ml)$/.test(path)
  );
}

/** Braces alone prove nothing: alerts and workflows have them inside values. */
function isHelmTemplate(path: string, text: string): boolean {
  return text.includes('{{') && (/(?:^|\/)templates\//.test(path) || /^\s*\{\{/m.test(text));
}
