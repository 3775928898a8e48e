/** Moves the focus among the buttons of a list with the arrows, Home and End. */
export function moveFocus(event: KeyboardEvent, list: string): void {
  const here = event.currentTarget as HTMLElement;
  const all = [...(here.closest(list)?.querySelectorAll<HTMLElement>('button.item, button.ncard') ?? [])];
  const at = all.indexOf(here);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  const next = to === undefined ? undefined : all[to];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
