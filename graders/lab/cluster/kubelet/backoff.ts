/**
 * The container runs this long before it fails, in seconds. The kubelet restarts it at once the first time; then it waits
 * 10, 20, 40, … up to 300 seconds.
 */
const run = 1;
const first = 10;
const longest = 300;

/**
 * How often a container that fails at once has been restarted after some time.
 * @param seconds since its first start
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restarts
 */
export function restartsAfter(seconds: number): number {
  let restarts = 0;
  let wait = 0;
  for (let at = run; at + wait <= seconds; at += wait + run, wait = Math.min(wait * 2 || first, longest)) {
    restarts++;
    if (restarts > 10_000) break;
  }
  return restarts;
}
