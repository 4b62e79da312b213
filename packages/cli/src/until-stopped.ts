/** Waits for Ctrl-C, for the signal by which a system ends a program, or until nobody reads any more what it writes. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
    process.stdout.once("error", () => resolve());
  });
}
