import { syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

/** The page's own colours, which come into the shadow root as custom properties and follow the theme by themselves. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.75rem 0' },
  '.cm-line': { padding: '0 0.75rem 0 0.25rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { color: 'var(--soft)', backgroundColor: 'var(--paper)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.4rem 0 0.75rem', minWidth: '2rem' },
  '.cm-gutter-lint': { width: '1.1rem' },
  '.cm-activeLine': { backgroundColor: 'var(--line-tint)' },
  '.cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'var(--line-tint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'var(--selection)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--line-tint)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)', outline: '1px solid var(--edge)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    border: '1px solid var(--edge)',
    borderRadius: '6px',
    maxWidth: '32rem',
    boxShadow: 'var(--shadow)',
  },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', fontFamily: 'var(--sans)', fontSize: '0.9rem', whiteSpace: 'normal' },
  '.cm-diagnostic code': { fontFamily: 'var(--mono)', fontSize: '0.92em' },
  // A line that decided something is lit, not underlined: nothing is wrong with it.
  '.cm-lintRange-info': { backgroundImage: 'none', backgroundColor: 'var(--lit)', borderRadius: '3px' },
  '.cm-lit': { backgroundColor: 'var(--lit)' },
  '.cm-lint-marker-info': {
    content: "''",
    width: '0.55rem',
    height: '0.55rem',
    margin: '0.25rem',
    backgroundColor: 'var(--brass)',
    borderRadius: '50%',
  },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--warn)' },
  '.cm-diagnostic-info': { borderLeft: '4px solid var(--accent)' },
  '.tok-comment': { color: 'var(--tok-comment)', fontStyle: 'italic' },
  '.tok-propertyName, .tok-definition': { color: 'var(--tok-key)' },
  '.tok-string, .tok-string2': { color: 'var(--tok-string)' },
  '.tok-number, .tok-bool, .tok-atom, .tok-literal': { color: 'var(--tok-value)' },
  '.tok-keyword, .tok-typeName': { color: 'var(--tok-keyword)' },
  '.tok-meta, .tok-punctuation, .tok-labelName': { color: 'var(--tok-meta)' },
});

export const appearance = [look, syntaxHighlighting(classHighlighter)];
