/**
 * A span of time with two or three figures, as every table of Kubernetes shows it: `45s`, `3m20s`, `5h`, `12d`.
 * @see https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/util/duration/duration.go
 */
export function ageText(seconds: number): string {
  const whole = Math.floor(seconds);
  if (whole < -1) return '<invalid>';
  if (whole < 0) return '0s';
  if (whole < 120) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return two(minutes, 'm', whole % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return two(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (days < 8) return two(days, 'd', hours % 24, 'h');
  if (days < 730) return `${days}d`;
  const years = Math.floor(days / 365);
  return years < 8 ? two(years, 'y', days % 365, 'd') : `${years}y`;
}

const two = (a: number, unit: string, b: number, smaller: string): string =>
  b === 0 ? `${a}${unit}` : `${a}${unit}${b}${smaller}`;

/** How long ago a timestamp was. @param now simulated seconds of the stamp's own clock */
export function since(timestamp: unknown, now: string): string {
  if (typeof timestamp !== 'string') return '<unknown>';
  return ageText((Date.parse(now) - Date.parse(timestamp)) / 1000);
}
