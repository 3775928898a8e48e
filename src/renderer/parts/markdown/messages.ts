/** The sentences around what notes hold. */
import { messages as shared } from '../../words/messages.js';

export const reading = {
  copyCode: 'Copy code',
  copyAddress: 'Copy address',
  image: 'Image',
  noImage: 'It cannot be shown.',
  broken: 'The file is damaged.',
  leftOut: 'Left out, because the window had to be loaded anew. Start Etcdeck again to see images.',
  done: 'Done',
  toDo: 'To do',
  goesOn: (percent: number) => `The text goes on: ${percent} % of it is shown.`,
  showAll: 'Show all',
  allShown: 'All of the text is shown.',
};

export const messages = { ...shared, reading };
