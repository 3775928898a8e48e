import type { Input, PresetsView } from '../../shared/contract.js';
import type { Failure } from '../../shared/result.js';
import { call } from '../api.js';

/** The presets as the main process has them. */
export class Presets {
  view = $state.raw<PresetsView | null>(null);
  failure = $state.raw<Failure | null>(null);

  async refresh(): Promise<void> {
    const result = await call('presets.get', {});
    if (result.ok) this.view = result.value;
    this.failure = result.ok ? null : result.error;
  }

  /** Stores a change; answers why not. */
  async change(input: Input<'presets.change'>): Promise<Failure | null> {
    const result = await call('presets.change', input);
    if (!result.ok) return result.error;
    await this.refresh();
    return null;
  }
}
