import { afterAll, onTestFinished, TestRunner } from "vitest";

type Cleanup = () => Promise<void>;

// Things opened outside any test (in `beforeAll`, at the top of a file) live until the file's last test has run.
const openForTheFile = new Set<Cleanup>();

afterAll(async () => {
  await Promise.all([...openForTheFile].map((cleanup) => cleanup()));
  openForTheFile.clear();
});

/**
 * Registers a cleanup with the narrowest owner there is: the running test, or else the test file.
 *
 * @param cleanup - Runs once, even if it was already called by hand.
 * @returns The same cleanup, safe to call early and more than once.
 */
export function cleanUp(cleanup: Cleanup): Cleanup {
  let running: Promise<void> | undefined;
  const once = (): Promise<void> => {
    openForTheFile.delete(once);
    running ??= cleanup();
    return running;
  };
  if (TestRunner.getCurrentTest() === undefined) openForTheFile.add(once);
  else onTestFinished(once);
  return once;
}
