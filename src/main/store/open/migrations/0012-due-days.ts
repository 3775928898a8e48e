/**
 * How many cards come back on each study day, suspended ones included; kept by the triggers. Every interval on show looks for the day
 * with the fewest cards: without this each look counts the cards of weeks.
 */
export const sql = /* sql */ `
CREATE TABLE dueDays (
  day TEXT PRIMARY KEY,
  cards INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO dueDays SELECT dueOn, count(*) FROM memories WHERE dueOn IS NOT NULL GROUP BY dueOn;
CREATE TRIGGER dueDayGetsCard AFTER INSERT ON memories WHEN NEW.dueOn IS NOT NULL BEGIN
  INSERT INTO dueDays (day, cards) VALUES (NEW.dueOn, 1) ON CONFLICT (day) DO UPDATE SET cards = cards + 1;
END;
CREATE TRIGGER dueDayLosesCard AFTER DELETE ON memories WHEN OLD.dueOn IS NOT NULL BEGIN
  UPDATE dueDays SET cards = cards - 1 WHERE day = OLD.dueOn;
END;
CREATE TRIGGER dueDayChanges AFTER UPDATE OF dueOn ON memories WHEN OLD.dueOn IS NOT NEW.dueOn BEGIN
  UPDATE dueDays SET cards = cards - 1 WHERE day = OLD.dueOn;
  INSERT INTO dueDays (day, cards) SELECT NEW.dueOn, 1 WHERE NEW.dueOn IS NOT NULL ON CONFLICT (day) DO UPDATE SET cards = cards + 1;
END;
`;
