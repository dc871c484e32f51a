import type { Text } from '../../../core/text.ts';
/** What is known of an answer beyond its status. */
export interface Known {
  readonly type: string;
  readonly body: string;
  readonly server?: string;
}

const page = (title: string, body: string): string =>
  `<!DOCTYPE html>\n<html>\n<head>\n<title>${title}</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

/**
 * What well-known servers answer to a `GET` of their first page: the gist of it, since a command looks for a word in it.
 * @param product the software, as the machine or the name of an image tells it, with its tag where there is one
 * @param status what it answers with
 * @param host name of the pod or container
 * @param path without its query
 * @returns undefined where nobody can tell
 */
export function bodyOf(product: string | undefined, status: number, host: string, path = '/'): Known | undefined {
  const [name, tag = 'v1'] = (product ?? '').split(':');
  switch (name) {
    case 'nginx': {
      const title = status === 200 ? 'Welcome to nginx!' : `${status} ${statusText(status)}`;
      return { type: 'text/html', body: page(title, `<h1>${title}</h1>`), server: 'nginx' };
    }
    case 'httpd':
      return {
        type: 'text/html',
        body:
          status === 200
            ? '<html><body><h1>It works!</h1></body></html>\n'
            : page(`${status} ${statusText(status)}`, `<h1>${statusText(status)}</h1>`),
        server: 'Apache',
      };
    case 'kubernetes-bootcamp':
      return {
        type: 'text/plain',
        body: `Hello Kubernetes bootcamp! | Running on: ${host} | v=${tag.replace(/^v/, '')}\n`,
      };
    case 'examples-helloworld-v1':
    case 'examples-helloworld-v2':
      return status === 200 && path === '/hello'
        ? {
            type: 'text/html; charset=utf-8',
            body: `Hello version: ${name.slice(-2)}, instance: ${host}\n`,
            server: 'gunicorn',
          }
        : undefined;
    case 'examples-bookinfo-productpage-v1':
      return status === 200 && path === '/productpage'
        ? {
            type: 'text/html; charset=utf-8',
            body: page('Simple Bookstore App', '<h3>The Comedy of Errors</h3>'),
            server: 'gunicorn',
          }
        : undefined;
    default:
      return undefined;
  }
}

const texts = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [204, 'No Content'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [303, 'See Other'],
  [304, 'Not Modified'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [413, 'Payload Too Large'],
  [415, 'Unsupported Media Type'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
]);

/** What is said where a program prints the body of an answer that nobody knows. */
export const unknownBody: Text = {
  es: 'El laboratorio sabe que alguien responde, y no con qué texto.',
  en: 'The lab knows that somebody answers, and not with which text.',
};

/** The reason phrase of a status. */
export const statusText = (status: number): string => texts.get(status) ?? '';
