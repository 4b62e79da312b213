/** What can be wrong with an index: it is not there (or cannot be reached), is damaged, or is of another version. */
export type SearchErrorCode = "index-missing" | "index-broken" | "index-version";

/** Search cannot work; `code` says why, `message` says what to do. */
export class SearchError extends Error {
  override readonly name = "SearchError";
  readonly code: SearchErrorCode;

  constructor(code: SearchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
