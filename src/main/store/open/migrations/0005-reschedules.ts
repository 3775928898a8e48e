/**
 * Cards whose schedule was made anew with other parameters. An event of the log as an answer is: its id is made in the same order,
 * and a memory is rebuilt from both. It does not count when it was taken back, or when the answer it followed was.
 */
export const sql = /* sql */ `
CREATE TABLE reschedules (
  rescheduleId TEXT PRIMARY KEY,           -- UUIDv7, in one order with the reviews
  deviceId TEXT NOT NULL,
  rescheduledAt INTEGER NOT NULL,
  parametersId TEXT NOT NULL REFERENCES parameters
) STRICT, WITHOUT ROWID;

CREATE TABLE rescheduledCards (
  cardId TEXT NOT NULL REFERENCES cards,
  rescheduleId TEXT NOT NULL REFERENCES reschedules,
  reviewId TEXT NOT NULL REFERENCES reviews,  -- the card's last answer then
  intervalDays INTEGER NOT NULL,           -- from that answer to the next
  undoneAt INTEGER,
  PRIMARY KEY (cardId, rescheduleId)
) STRICT, WITHOUT ROWID;
CREATE INDEX rescheduledTogether ON rescheduledCards (rescheduleId);
`;
