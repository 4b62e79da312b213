/** Asks a person on the terminal; every question ends the command where it is left with Ctrl-C or Escape. */
export interface Asker {
  readonly text: (
    message: string,
    options?: { readonly initial?: string; readonly validate?: (value: string) => string | undefined },
  ) => Promise<string>;
  readonly choose: <T extends string>(message: string, options: readonly Choice<T>[]) => Promise<T>;
  readonly confirm: (message: string, initial: boolean) => Promise<boolean>;
}

/** An answer to choose. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Thrown when somebody leaves a question: nothing has been written, and there is nothing to explain. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";

  constructor() {
    super("Cancelled; nothing was written.");
  }
}

/** Whether there is somebody to ask: both ends are a terminal, and no program waits for JSON. */
export function canAsk({ json }: { readonly json: boolean }): boolean {
  return !json && process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Opens the questions; the library is loaded only when somebody is asked. They go to standard error, as all messages do. */
export async function openQuestions(): Promise<Asker> {
  const { confirm, isCancel, select, text } = await import("@clack/prompts");
  const output = process.stderr;
  const given = <T>(answer: T): Exclude<T, symbol> => {
    if (isCancel(answer)) throw new Cancelled();
    // What is no sign of cancelling is an answer.
    return answer as Exclude<T, symbol>;
  };
  return {
    text: async (message, { initial, validate } = {}) =>
      given(
        await text({
          message,
          output,
          ...(initial === undefined ? {} : { initialValue: initial }),
          validate: (value) => validate?.((value ?? "").trim()),
        }),
      ).trim(),
    choose: async <T extends string>(message: string, options: readonly Choice<T>[]) => {
      const chosen = given(await select<string>({ message, output, options: [...options] }));
      return (options.find(({ value }) => value === chosen) ?? options[0])?.value as T;
    },
    confirm: async (message, initial) => given(await confirm({ message, output, initialValue: initial })),
  };
}
