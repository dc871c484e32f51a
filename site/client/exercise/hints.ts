/** Step by step: a hint appears when the one before it has been opened. */
export function stepHints(): void {
  const hints = [...document.querySelectorAll<HTMLDetailsElement>('.hint')];
  for (const [index, hint] of hints.entries()) {
    hint.hidden = index > 0;
    hint.addEventListener('toggle', () => {
      const next = hints[index + 1];
      if (hint.open && next) next.hidden = false;
    });
  }
  document.querySelector('.hints')?.setAttribute('data-stepped', '');
}
