/** The sentences around what notes hold. */
export const reading = {
  copyCode: 'Copy code',
  copyAddress: 'Copy address',
  copied: 'Copied',
  notCopied: 'Not copied',
  image: 'Image',
  noImage: 'It cannot be shown.',
  broken: 'The file is damaged.',
  done: 'Done',
  toDo: 'To do',
};
