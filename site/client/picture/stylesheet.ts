import { element } from '../element.ts';

/** Styles come with what they are for: a page that is only read does without them. Fulfilled when they are there, or will not come. */
export function stylesheet(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = element('link', { rel: 'stylesheet', href });
    for (const event of ['load', 'error']) link.addEventListener(event, () => resolve());
    document.head.append(link);
  });
}
