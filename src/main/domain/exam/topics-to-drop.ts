/** Which topics to leave out of a plan whose time does not suffice. */

/** A topic with cards nobody has seen yet. */
interface OpenTopic {
  topicId: string;
  fresh: number;
}

/**
 * Topics to leave out so that no card of the others stays unseen: the first of those given, as few as it takes. None when that would
 * leave no new card at all.
 * @param topics least valuable first
 * @param unseen cards that stay unseen as things are
 * @param unseenWithout plays the plan without some topics; answers how many cards nobody sees by exam day
 */
export function topicsToDrop<T extends OpenTopic>(
  topics: readonly T[],
  unseen: number,
  unseenWithout: (topicIds: string[]) => number,
): T[] {
  const drop: T[] = [];
  let left = unseen;
  for (const topic of topics) {
    if (left <= 0) {
      // So many new cards fewer may not suffice: siblings wait for each other's days.
      left = unseenWithout(drop.map(({ topicId }) => topicId));
      if (left === 0) return drop;
    }
    drop.push(topic);
    left -= topic.fresh;
  }
  return [];
}
