/** The other end of `child.mjs`, for scripts in the runtime. */
type Tasks = Record<string, (input: never) => unknown>;

/** Carries out tasks one after the other as they are asked for, until there is nobody left to ask. */
export function serve(tasks: Tasks): void {
  process.on('message', ({ id, task, ...input }: { id: number; task: string }) => {
    void Promise.resolve()
      .then(() => tasks[task]?.(input as never))
      .then(
        (value) => process.send?.({ id, value }),
        (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) }),
      );
  });
}
