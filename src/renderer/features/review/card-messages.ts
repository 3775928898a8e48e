/** The sentences about what the person's cluster says of a card. */
export const truth = {
  beside: 'Beside your card',
  yourCluster: 'Your cluster',
  context: (name: string) => `Context ${name}`,
  agrees: 'as on the card',
  differs: 'not as on the card',
};
