/** The other end of `child.mjs`, for scripts in the runtime. */
type Tasks = Record<string, (input: never) => unknown>;

/** Carries out tasks one after the other as they are asked for, until there is nobody left to ask. */
export function serve(tasks: Tasks): void {
  // A task may have ended the channel: then nobody waits for its answer.
  const answer = (message: object): void => void (process.connected && process.send?.(message));
  process.on('message', ({ id, task, ...input }: { id: number; task: string }) => {
    void Promise.resolve()
      .then(() => tasks[task]?.(input as never))
      .then(
        (value) => answer({ id, value }),
        (error: unknown) => answer({ id, error: error instanceof Error ? error.stack : String(error) }),
      );
  });
}
