/** Presets as the Settings screen changes them; every change can be taken back as long as the app runs. */
import type { Input, Output, Preset, PresetFit, PresetsView } from '../../../shared/contract.js';
import { FailureError } from '../../../shared/result.js';
import { assignedPreset, defaultPresetId } from '../../domain/review/presets.js';
import type { DeckStore } from '../../store/tables/decks.js';
import type { PresetStore } from '../../store/tables/presets.js';

export interface PresetService {
  view(): PresetsView;
  add(input: Input<'presets.add'>): Output<'presets.add'>;
  change(input: Input<'presets.change'>): Output<'presets.change'>;
  /** Gives a preset trained weights; null goes back to the default ones. */
  setFit(presetId: string, fit: PresetFit | null): Output<'presets.adopt'>;
  remove(presetId: string): Output<'presets.remove'>;
  assign(deck: string, presetId: string | null): Output<'presets.assign'>;
  /** Puts back what one step changed, whatever was done since; a step that was taken back already changes nothing. */
  undo(stepId: number): void;
}

/** What a step changed, as it was before: presets by id and decks by path, null where there was none. */
interface Before {
  presets: ReadonlyMap<string, Preset | null>;
  decks: ReadonlyMap<string, string | null>;
}

interface Parts {
  presets: PresetStore;
  decks: DeckStore;
  newId: () => string;
}

const gone = (): FailureError =>
  new FailureError({ code: 'not-found', message: 'This preset is no longer there.', hint: 'Open Settings again to see those there are.' });

export function createPresetService({ presets, decks, newId }: Parts): PresetService {
  const steps: (Before | null)[] = [];

  function step(before: Partial<Before>): { stepId: number } {
    steps.push({ presets: before.presets ?? new Map(), decks: before.decks ?? new Map() });
    return { stepId: steps.length - 1 };
  }

  function existing(presetId: string): Preset {
    const preset = presets.get(presetId);
    if (!preset) throw gone();
    return preset;
  }

  function freeName(name: string, besides?: string): string {
    const wanted = name.trim();
    if (presets.all().some((other) => other.presetId !== besides && other.name === wanted)) {
      throw new FailureError({ code: 'conflict', message: `There is a preset named ${wanted} already.`, hint: 'Choose another name.' });
    }
    return wanted;
  }

  return {
    view() {
      const assigned = presets.assigned();
      const paths = new Set(decks.all().flatMap(({ path }) => pathAndAncestors(path)));
      return {
        presets: [...presets.all()],
        decks: [...paths].map((path) => {
          const parent = path.includes('::') ? path.slice(0, path.lastIndexOf('::')) : null;
          const follows = (parent !== null && assignedPreset(parent, assigned)) || defaultPresetId;
          return { path, presetId: assigned.get(path) ?? null, follows };
        }),
      };
    },

    add({ name, like }) {
      const presetId = newId();
      presets.put({ ...existing(like), presetId, name: freeName(name) });
      return { presetId, ...step({ presets: new Map([[presetId, null]]) }) };
    },

    change({ presetId, name, options = {} }) {
      const before = existing(presetId);
      const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
      presets.put({
        ...before,
        name: name === undefined ? before.name : freeName(name, presetId),
        options: { ...before.options, ...given },
      });
      return step({ presets: new Map([[presetId, before]]) });
    },

    setFit(presetId, fit) {
      const before = existing(presetId);
      presets.put({ ...before, fit });
      return step({ presets: new Map([[presetId, before]]) });
    },

    remove(presetId) {
      const before = existing(presetId);
      if (presetId === defaultPresetId) {
        throw new FailureError({ code: 'conflict', message: 'The default preset stays: decks without another one follow it.' });
      }
      const followers = [...presets.assigned()].filter(([, each]) => each === presetId);
      presets.remove(presetId);
      return step({ presets: new Map([[presetId, before]]), decks: new Map(followers) });
    },

    assign(deck, presetId) {
      if (presetId !== null) existing(presetId);
      const before = presets.assigned().get(deck) ?? null;
      presets.assign(deck, presetId);
      return step({ decks: new Map([[deck, before]]) });
    },

    undo(stepId) {
      const before = steps[stepId];
      if (!before) return;
      for (const [presetId, preset] of before.presets) {
        if (preset) presets.put(preset);
        else presets.remove(presetId);
      }
      for (const [deck, presetId] of before.decks) {
        if (presetId === null || presets.get(presetId)) presets.assign(deck, presetId);
      }
      steps[stepId] = null;
    },
  };
}

/** A deck's path with those it lies below, outermost first: `A::B` gives `A` and `A::B`. */
const pathAndAncestors = (path: string): string[] => {
  const names = path.split('::');
  return names.map((_, depth) => names.slice(0, depth + 1).join('::'));
};
