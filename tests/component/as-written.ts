/** The HTML inside an element as its component wrote it, without what Svelte adds: comments, and classes that scope styles. */
export const asWritten = (element: Element): string =>
  element.innerHTML
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/ class="svelte-\w+"/g, '')
    .replaceAll(/ svelte-\w+/g, '');
