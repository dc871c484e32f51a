/** The colours of a screen by what they mean. The pure part knows no terminal: shells inject one. */
export interface Palette {
  readonly error: Style;
  readonly warning: Style;
  readonly info: Style;
  readonly good: Style;
  readonly strong: Style;
  readonly faint: Style;
  /** Code inside a sentence, without its backticks. */
  readonly code: Style;
}

export type Style = (text: string) => string;

const same: Style = (text) => text;

/** No colour at all: files, pipes, `NO_COLOR`. Code keeps its backticks. */
export const plain: Palette = {
  error: same,
  warning: same,
  info: same,
  good: same,
  strong: same,
  faint: same,
  code: (text) => `\`${text}\``,
};
