import type { NamedCluster } from '../../desk/desk.ts';

/** Where the API server of a cluster listens on the learner's machine. */
export function serverOf({ context, provider }: NamedCluster): string {
  if (provider === 'minikube') return 'https://192.168.49.2:8443';
  let hash = 11;
  for (const letter of context) hash = (hash * 31 + letter.charCodeAt(0)) % 20_000;
  return `https://127.0.0.1:${35_000 + hash}`;
}
