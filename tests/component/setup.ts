import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { afterAll, vi } from 'vitest';

// As long as a slow machine may need to show what a test waits for.
configure({ asyncUtilTimeout: 15_000 });

// What a window has and jsdom has not.
HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(): void {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
Element.prototype.scrollIntoView = (): void => undefined;
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
vi.stubGlobal('cancelIdleCallback', clearTimeout);
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe(): void {}
    disconnect(): void {}
  },
);
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);

// The window fetches some of its parts late; none may arrive after its test is over.
afterAll(() => vi.dynamicImportSettled());
