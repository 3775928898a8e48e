/** The sentences around what notes hold. */
import { messages as shared } from '../../words/messages.js';

export const reading = {
  copyCode: 'Copy code',
  copyAddress: 'Copy address',
  image: 'Image',
  noImage: 'It cannot be shown.',
  broken: 'The file is damaged.',
  done: 'Done',
  toDo: 'To do',
};

export const messages = { ...shared, reading };
