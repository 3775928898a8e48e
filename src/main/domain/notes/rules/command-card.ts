/** What the rules for commands share. */
import type { Draft, FenceUnit } from '../rule.js';

/** A command of a fence. */
export interface Line {
  text: string;
  /** The comment that explains it. */
  comment: string;
  /** The comment stands behind it rather than above. */
  trailing: boolean;
  /** It follows the command before it without a blank line or a comment between. */
  joined: boolean;
  line: number;
}

export function make(unit: FenceUnit, one: Line, part: string, kind: Draft['kind'], front: string, back: string): Draft {
  return {
    source: {
      ...unit.source,
      line: one.line,
      endLine: Math.max(one.line, unit.fence.endLine > one.line && one.line < unit.fence.line ? unit.fence.endLine : one.line),
    },
    rule: 'command',
    kind,
    front,
    back,
    part,
  };
}
