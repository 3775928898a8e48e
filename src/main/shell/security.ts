/** The page gets no permission, opens no window, goes nowhere. Everything here denies; nothing asks. */
import type { Session, WebContents } from 'electron';

/** Denies whatever a page can ask the browser for: camera, place, notifications, clipboard, devices, screens. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Keeps a page where it was loaded. To be called for every page that is made, whatever made it. */
export function pinPage(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }) => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
