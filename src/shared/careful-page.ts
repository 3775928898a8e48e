/** What the page's address says when it is to show no images of notes: one of them may have broken the page before. */
export const withoutImages = 'without-images';
