import { languageOf } from '../highlight.ts';
import { type Html, html, trusted } from '../html.ts';
import { codeBlock } from '../markdown.ts';
import { lessonWords } from './lesson-words.ts';
import { said } from './said.ts';

/** Code with the name of its file, and a button that copies it. */
export function listing(text: string, language: string, file: string): Html {
  return html`<figure class="listing"><figcaption><code>${file || language}</code><button type="button" class="copy needs-script" data-copy>${said(
    lessonWords.copy,
  )}</button></figcaption>
${trusted(codeBlock(text, language || languageOf(file)))}</figure>
`;
}
