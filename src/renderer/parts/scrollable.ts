/**
 * Lets the keyboard reach what is wider than its place, so that the arrows scroll it; what fits is no stop on the way.
 * Inside a control the control is what one reaches.
 */
export function scrollable(element: HTMLElement): (() => void) | undefined {
  if (element.closest('button')) return;
  const look = () => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(look);
  observer.observe(element);
  for (const child of element.children) observer.observe(child);
  return () => observer.disconnect();
}
