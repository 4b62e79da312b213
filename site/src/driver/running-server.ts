/** A server that answers until it is closed. */
export interface RunningServer {
  /** The address of the home page, base included. */
  readonly url: string;
  readonly close: () => Promise<void>;
}
