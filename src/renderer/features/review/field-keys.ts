import { isPress } from '../../state/keys.js';
import { fieldKeys } from './keys.js';

/** What is typed stays as typed: no spelling lines, no proposals, no capitals put in. */
export const asTyped = { spellcheck: false, autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off' } as const;

/** Keys inside a field for a typed answer. All others type. */
interface FieldKeys {
  /** Enter (Shift Enter starts a line), and Space as long as nothing is typed. */
  check: () => void;
  /** Esc. */
  leave: () => void;
  isEmpty: () => boolean;
}

export const onFieldKey =
  ({ check, leave, isEmpty }: FieldKeys) =>
  (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isCheck = (isPress(event, fieldKeys.check) && !event.shiftKey) || (event.key === ' ' && isEmpty());
    if (!isCheck && !isPress(event, fieldKeys.leave)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (isCheck) check();
    else leave();
  };
