/**
 * JSON in columns. A cell that somebody else wrote, or a disk spoilt, counts as empty: it must not take a whole screen with it. The
 * check of the database names it.
 */

/** The texts of a JSON array; none when it is no such thing. */
export function textsIn(json: string): string[] {
  const value = valueOf(json);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The fields of a JSON object; none when it is no such thing. */
export function fieldsIn(json: string): Record<string, unknown> {
  const value = valueOf(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

/** A column of a JSON array for a table function of sqlite, which gives up on anything else. */
export const arrayOf = (column: string): string =>
  `CASE WHEN json_valid(${column}) THEN CASE json_type(${column}) WHEN 'array' THEN ${column} ELSE '[]' END ELSE '[]' END`;
