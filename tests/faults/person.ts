/** Somebody who studies by chance, and remembers what the app said it has stored. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rating, SessionView, StudyRequest } from '../../src/shared/contract.js';
import type { Backend } from './backend.js';
import { redone, stepTo, undone, type World } from './world.js';

/** Any card, whatever the day: nothing ends this session. */
const everything: StudyRequest = { scope: { kind: 'all' }, pick: { kind: 'every' }, practice: false };

/** What is asked of the app, and the world as it is when that was done. */
interface Deed {
  after: World;
  /** The world when the answer made its card a leech, which is suspended then. */
  afterLeech?: World;
  run: (backend: Backend) => Promise<SessionView | null>;
}

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** Of a hundred deeds that no answer is. */
const shares = { undo: 8, redo: 5, flag: 5, suspend: 1, edit: 3, backup: 2, import: 2, restore: 1 } as const;
export type Kind = keyof typeof shares | 'rate';

export class Person {
  /** The world of each backup there must be. */
  readonly backups = new Map<string, World>();
  /** What was asked and not answered yet would lead to one of these. */
  underWay: World[] = [];
  deeds = 0;
  answers = 0;
  #view: SessionView | null = null;
  #lastMark: number;

  /**
   * @param notesFolder for notes to import
   * @param world by the answers of the app
   * @param random from 0 up to 1
   */
  constructor(
    private readonly notesFolder: string,
    public world: World,
    private readonly random: () => number,
  ) {
    this.#lastMark = world.studied.answers.length;
  }

  /** Another process answers from now on, over the world that was found. */
  goOn(world: World): void {
    this.world = world;
    this.underWay = [];
    this.#view = null;
  }

  /** Does one thing; resolves when the app said that it is done. */
  async act(backend: Backend, kind?: Kind): Promise<void> {
    if (!this.#view?.card) this.#view = await backend.get('session.start', { study: everything });
    const deed = this.#deed(kind ?? this.#kind());
    this.underWay = [deed.after, deed.afterLeech ?? deed.after];
    const view = await deed.run(backend);
    this.world = view?.leech?.suspended && deed.afterLeech ? deed.afterLeech : deed.after;
    this.underWay = [];
    this.#view = view;
    this.deeds += 1;
  }

  #kind(): Kind {
    let left = this.random() * 100;
    for (const [kind, share] of Object.entries(shares) as [keyof typeof shares, number][]) {
      left -= share;
      if (left < 0) return this.#can(kind) ? kind : 'rate';
    }
    return 'rate';
  }

  #can(kind: keyof typeof shares): boolean {
    if (kind === 'undo') return this.world.past.length > 0 && this.#view?.canUndo === true;
    if (kind === 'redo') return this.world.future.length > 0 && this.#view?.redoLabel !== null;
    if (kind === 'restore') return this.backups.size > 0;
    // Older ones give way to newer ones at 20.
    if (kind === 'backup') return this.backups.size < 12;
    return true;
  }

  #deed(kind: Kind): Deed {
    const { world } = this;
    const { studied } = world;
    const cardId = this.#view?.card?.cardId ?? '';
    const mark = ++this.#lastMark;
    switch (kind) {
      case 'rate': {
        const rating = ratings[Math.floor(this.random() * 4)] ?? 'good';
        const answers = [...studied.answers, mark];
        return {
          after: stepTo(world, { answers }),
          afterLeech: stepTo(world, { answers, suspended: [...studied.suspended, cardId] }),
          run: async (backend) => {
            const view = await backend.get('session.rate', { cardId, rating, durationMs: mark });
            this.answers += 1;
            return view;
          },
        };
      }
      case 'undo':
        return { after: undone(world), run: (backend) => backend.get('session.undo', {}) };
      case 'redo':
        return { after: redone(world), run: (backend) => backend.get('session.redo', {}) };
      case 'flag': {
        const isFlagged = studied.flagged.includes(cardId);
        const flagged = isFlagged ? studied.flagged.filter((id) => id !== cardId) : [...studied.flagged, cardId];
        return { after: stepTo(world, { flagged }), run: (backend) => backend.get('session.flag', { cardId, flagged: !isFlagged }) };
      }
      case 'suspend':
        return {
          after: stepTo(world, { suspended: [...studied.suspended, cardId] }),
          run: (backend) => backend.get('session.suspend', { cardId }),
        };
      case 'edit': {
        const front = `What is number ${mark}?`;
        return {
          after: stepTo(world, { edited: { ...studied.edited, [cardId]: front } }),
          run: (backend) => backend.get('session.edit', { cardId, front, back: `Number ${mark}.` }),
        };
      }
      case 'backup':
        return {
          after: world,
          run: async (backend) => {
            const { name } = await backend.get('backups.make', {});
            this.backups.set(name, world);
            return this.#view;
          },
        };
      case 'restore': {
        const all = [...this.backups];
        const [name, then] = all[Math.floor(this.random() * all.length)] as (typeof all)[number];
        return {
          after: then,
          run: async (backend) => {
            const { replaced } = await backend.get('backups.restore', { name });
            if (replaced !== null) this.backups.set(replaced, world);
            return null;
          },
        };
      }
      case 'import':
        return { after: { ...world, notes: world.notes + 1 }, run: (backend) => this.#import(backend, mark) };
    }
  }

  async #import(backend: Backend, mark: number): Promise<null> {
    const path = join(this.notesFolder, `note-${mark}.md`);
    const lines = Array.from({ length: 30 }, (_, line) => `- **Part ${mark}.${line}**: what number ${line} of ${mark} is about.`);
    writeFileSync(path, [`# Note ${mark}`, '', ...lines, ''].join('\n'));
    const { importId } = await backend.get('import.preview', { paths: [path] });
    await backend.get('import.commit', { importId });
    return null;
  }
}
