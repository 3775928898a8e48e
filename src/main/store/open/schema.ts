/** Is the schema of a database the one its version has? Columns, indexes and triggers too: queries and rules of the log lean on them. */
import Sqlite from 'better-sqlite3';

interface SchemaObject {
  type: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  /** Without comments and white space, which do not matter. */
  text: string;
}

/**
 * The first difference in words, null when there is none. Tables and indexes that somebody added are no harm and stay, but for
 * those of a later version: then the version is wrong.
 * @param version how many of the migrations the database has seen
 */
export function schemaDifference(db: Sqlite.Database, migrations: readonly string[], version: number): string | null {
  const expected = schemaAfter(migrations.slice(0, version));
  const present = schemaOf(db);
  for (const { type, name, text } of expected.values()) {
    const found = present.get(name);
    if (!found) return `the ${type} ${name} is missing`;
    if (found.type !== type || found.text !== text) return `the ${type} ${name} is another one`;
  }
  const later = version === migrations.length ? expected : schemaAfter(migrations);
  for (const { type, name, text } of present.values()) {
    if (expected.has(name)) continue;
    if (later.has(name)) return `it has the ${type} ${name} of a later version`;
    if (type === 'trigger' || (type === 'index' && text.startsWith('createunique'))) return `the ${type} ${name} is none of its own`;
  }
  return null;
}

/** The tables there are, those of sqlite left out. */
export const tableNames = (db: Sqlite.Database): string[] =>
  [...schemaOf(db).values()].filter(({ type }) => type === 'table').map(({ name }) => name);

function schemaOf(db: Sqlite.Database): Map<string, SchemaObject> {
  const rows = db.prepare<[], { type: SchemaObject['type']; name: string; sql: string }>(
    String.raw`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'`,
  );
  return new Map(rows.all().map(({ type, name, sql }) => [name, { type, name, text: plain(sql) }]));
}

const plain = (sql: string): string =>
  sql
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/\s+/g, '')
    .toLowerCase();

function schemaAfter(migrations: readonly string[]): Map<string, SchemaObject> {
  const db = new Sqlite(':memory:');
  try {
    for (const sql of migrations) db.exec(sql);
    return schemaOf(db);
  } finally {
    db.close();
  }
}
