/** What the grammar finds in a sentence. */

export type TailKind =
  'purpose' | 'manner' | 'condition' | 'cause' | 'examples' | 'relative' | 'which' | 'participle' | 'basis' | 'contrast' | 'place';

/** Something that hangs on the object: "to ensure …", "when …", "such as …". */
export interface Tail {
  kind: TailKind;
  /** Connector included. */
  text: string;
  /** Without the connector. */
  body: string;
}

export type VerbKind = 'copula' | 'passive' | 'progressive' | 'active';

export interface Clause {
  /** '' when the text is a verb phrase whose subject is the term before it. */
  subject: string;
  plural: boolean;
  kind: VerbKind;
  /** Stands before the subject in a question: is, does, can … */
  aux: string;
  /** Stands after it: the base form, participle or gerund; '' for a copula. */
  main: string;
  negative: boolean;
  /** From the verb on, as written. */
  predicate: string;
  /** Between verb and first tail. */
  object: string;
  tails: readonly Tail[];
}

export interface Lead {
  kind: 'condition' | 'purpose' | 'for' | 'default' | 'participle' | 'other';
  text: string;
}

export interface Reading {
  lead: Lead | null;
  /** The main clause, then those joined to it ("…, and ensures that …"), with the same subject. */
  clauses: readonly Clause[];
}

/** Words the note writes small. */
export interface Vocabulary {
  has(word: string): boolean;
}
