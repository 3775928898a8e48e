import type { Attachment } from 'svelte/attachments';

/** Opens a `<dialog>` above everything; Esc or a click beside it closes it, and the focus goes back to where it was. */
export const modal =
  (onclose: () => void): Attachment<HTMLDialogElement> =>
  (dialog) => {
    const before = document.activeElement;
    const click = (event: MouseEvent) => {
      if (event.target === dialog && !inside(event, dialog.getBoundingClientRect())) onclose();
    };
    // The window closes a dialog at once on Esc but tells so later: a key pressed in between would find it neither open nor closed.
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onclose();
    };
    dialog.showModal();
    dialog.addEventListener('close', onclose);
    dialog.addEventListener('click', click);
    dialog.addEventListener('keydown', keydown);
    return () => {
      dialog.removeEventListener('close', onclose);
      dialog.removeEventListener('click', click);
      dialog.removeEventListener('keydown', keydown);
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  };

const inside = ({ clientX: x, clientY: y }: MouseEvent, box: DOMRect): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
