/** Tables and cells that hold the data of one example, or say something of the note rather than of its topic. */
import type { Table } from '../blocks.js';

/** Rows of a database: columns named like fields, rows by number. */
const isNumbered = (one: Table): boolean =>
  one.header.some((cell) => /^(?:id|ID|Id|#|[a-z]+_[a-z_]+|[A-Z][a-z]+[A-Z]\w*|\w+[ _]?(?:ID|Id))$/.test(cell.text.trim())) ||
  (one.rows.length > 1 && one.rows.every((row, i) => row.cells[0]?.text.trim().replace(/\.$/, '') === String(i + 1)));

/** "Device | Interface | IP address": the machines of one network and how they are set up. */
const isAddressing = ({ header }: Table): boolean => {
  const [first = '', ...others] = header.map((cell) => cell.text.trim());
  return (
    /^(?:devices?|hosts?|host ?names?|machines?|nodes?|servers?|routers?|switch(?:es)?|vms?|pcs?|computers?|endpoints?)(?: names?)?$/i.test(
      first,
    ) &&
    others.some((name) =>
      /^(?:(?:ipv?[46]? ?)?address(?:es)?|ips?|ip ?(?:address|\/ ?\w+).*|(?:default )?gateway|(?:subnet )?mask|interface)$/i.test(name),
    )
  );
};

/** Short names of somebody's own. */
const isOfAliases = ({ header }: Table): boolean => /^alias(?:es)?$/i.test(header[0]?.text.trim() ?? '');

/** What a command printed: the disks of one machine, with what they hold. */
const isOutput = ({ header, rows }: Table): boolean =>
  header.some((cell) => /^(?:size|used|avail\w*|use%|mount\w*|uuid|capacity)\b/i.test(cell.text.trim())) &&
  rows.some(({ cells }) => /^`?\/dev\/(?:sd|nvme|vd|xvd|hd)\w+`?$/.test(cells[0]?.text.trim() ?? ''));

/** "Example:" above a table: it shows one. */
export const isExample = (intro: string | undefined): boolean =>
  /(?:^|\s)(?:examples?|samples?|output)(?: output)?\s*:$/i.test(intro?.trim() ?? '');

export const isExampleData = (one: Table): boolean => isOutput(one) || isNumbered(one) || isAddressing(one) || isOfAliases(one);

/** Columns that point at the note, or hold an aside. */
const asideColumn = /\bhere\b|^(?:\S+ ){0,2}(?:idea|example\(s\))$/i;
/** Rows that add up, compare with something unsaid, or are a question or an aside. */
const asideRow =
  /^(?:totals?|sum|average|overall|subtotal|vs\b.*|\(.*|(?:what|why|how|when|who|where|which)\b.*[^?]|table \d+|[01]{4,}|[\da-f]{8}-[\da-f]{4}-.*)$/i;

export const isAside = (row: string, column: string): boolean => asideRow.test(row.replace(/`/g, '')) || asideColumn.test(column);
