/** What a kind of fact is: something a cluster shows and a card may state. */
import type { Statement } from '../statement.js';

export interface FactKind {
  id: string;
  /** Stands before the value, e.g. `--cert-file` or `Pod range`. */
  label: string;
  /** The only values it may have. Whatever else a cluster sends is dropped, so that nothing secret passes for a fact. */
  values: RegExp;
  isAbout(statement: Statement): boolean;
  /** The values that the card itself gives; empty when it gives none. */
  claims(statement: Statement): string[];
  /** Whether a value of the card is about the same thing; always when left out. */
  compares?(claim: string, value: string): boolean;
  /** How a value is written for comparing; as it is when left out. */
  normal?(value: string): string;
}

/** What values look like. */
export const shapes = {
  path: /^\/[\w.@+-]{1,80}(\/[\w.@+-]{1,80}){0,12}$/,
  /** One range, or two for two address families. */
  cidr: /^[\da-f.:]{3,39}\/\d{1,3}(,[\da-f.:]{3,39}\/\d{1,3})?$/i,
  address: /^(\d{1,3}\.){3}\d{1,3}$|^[\da-f]{0,4}(:[\da-f]{0,4}){2,7}$/i,
  domain: /^(?=.{3,60}$)[a-z\d-]{1,30}(\.[a-z\d-]{1,30}){1,4}$/,
  names: /^\*?(,?-?[A-Za-z][A-Za-z\d-]{0,60}){0,60}$/,
  onOff: /^(true|false)$/,
  number: /^\d{1,6}$/,
  version: /^\d{1,2}\.\d{1,2}\.\d{1,3}([.+-][a-z\d.-]{1,20})?$/,
} as const;

/** Ranges of addresses in a text. */
export const cidrsIn = (text: string): string[] => text.match(/(?<![\d.])(\d{1,3}\.){3}\d{1,3}\/\d{1,2}(?!\d)/g) ?? [];

/** Absolute paths of a text; neither the part of an address nor that of a name. */
export const pathsIn = (text: string): string[] =>
  (text.match(/(?<![\w./~:-])\/[\w.@+-]+(\/[\w.@+-]+)+/g) ?? []).map((path) => path.replace(/\.$/, ''));

/** The text itself when it is no more than one value. */
export const bare = (text: string, values: RegExp): string[] => (values.test(text.trim()) ? [text.trim()] : []);
