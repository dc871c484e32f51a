import { preloadedFonts } from '../shared/fonts.ts';
import { preferenceWords } from '../shared/preference-words.ts';
import { withCode } from './element.ts';
import { currentLang, langChanged, say } from './lang.ts';
import { followPages } from './session.ts';
import { isText, keys, load, save } from './store.ts';

// Runs in the head, before the first paint: no flash of the other theme, no room kept for what needs a script.
const page = document.documentElement;
page.classList.add('js');
const theme = load(keys.theme, isText);
if (theme) page.dataset.theme = theme;
if (load(keys.view, isText) === 'code') page.dataset.view = 'code';
askForFonts();

document.addEventListener('DOMContentLoaded', () => {
  if (currentLang() === 'en') translate();
  // An exercise hears of its reports as well, and listens by itself.
  if (!document.querySelector('#datos')) followPages();
  document.querySelector('#tema')?.addEventListener('click', switchTheme);
  document.querySelector('#idioma')?.addEventListener('click', () => {
    save(keys.lang, currentLang() === 'en' ? 'es' : 'en');
    translate();
    document.dispatchEvent(new CustomEvent(langChanged));
  });
});

/**
 * A page that has its fonts in time is drawn with them, and any other one with those of the system: text never moves. So a
 * server is asked for them beforehand; a folder allows no such thing.
 */
function askForFonts(): void {
  const { src } = (document.currentScript as HTMLScriptElement | null) ?? {};
  if (!src || location.protocol === 'file:') return;
  for (const file of preloadedFonts) {
    const link = document.createElement('link');
    const href = new URL(`fuentes/${file}.woff2`, src).href;
    const attributes = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href };
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
    document.head.append(link);
  }
}

function switchTheme(): void {
  const dark = page.dataset.theme ? page.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  page.dataset.theme = dark ? 'light' : 'dark';
  save(keys.theme, page.dataset.theme);
}

function translate(): void {
  const lang = currentLang();
  for (const element of document.querySelectorAll<HTMLElement>('[data-es]')) {
    element.replaceChildren(withCode(element.dataset[lang] ?? ''));
    element.lang = lang;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label-es]')) {
    element.setAttribute('aria-label', element.dataset[lang === 'en' ? 'labelEn' : 'labelEs'] ?? '');
  }
  page.dataset.lang = lang;
  const other = document.querySelector<HTMLElement>('#idioma');
  if (other) {
    other.textContent = say(preferenceWords.language);
    other.lang = lang === 'en' ? 'es' : 'en';
  }
}
