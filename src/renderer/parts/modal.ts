import type { Attachment } from 'svelte/attachments';

/** Opens a `<dialog>` above everything; Esc or a click beside it closes it, and the focus goes back to where it was. */
export const modal =
  (onclose: () => void): Attachment<HTMLDialogElement> =>
  (dialog) => {
    const before = document.activeElement;
    const click = (event: MouseEvent) => {
      if (event.target === dialog && !inside(event, dialog.getBoundingClientRect())) onclose();
    };
    dialog.showModal();
    dialog.addEventListener('close', onclose);
    dialog.addEventListener('click', click);
    return () => {
      dialog.removeEventListener('close', onclose);
      dialog.removeEventListener('click', click);
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  };

const inside = ({ clientX: x, clientY: y }: MouseEvent, box: DOMRect): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
