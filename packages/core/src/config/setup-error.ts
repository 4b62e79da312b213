/** Something about the set-up is wrong, so that nothing can be done: no configuration, a mistake in it, no content folder. */
export class SetupError extends Error {
  override readonly name = "SetupError";
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
