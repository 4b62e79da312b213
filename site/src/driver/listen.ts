import { createServer, type Server } from "node:net";
import { type Failure, failure } from "./failure.ts";

/** Starts a server on `port` (0: any free one) of `host`; returns the port. Throws a failure that says why it cannot. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenFailure(error, port, host) ?? error));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

/** Throws the same failure where a server could not start: whoever starts one need not prepare it for nothing. */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = createServer();
  await listen(server, port, host);
  await new Promise((resolve) => server.close(resolve));
}

/** What an error in starting a server means, or undefined if it is of another kind. */
export function listenFailure(error: Error, port: number, host: string): Failure | undefined {
  const code = "code" in error ? error.code : undefined;
  // Vite tells it in words.
  if (code === "EADDRINUSE" || /Port \d+ is already in use/.test(error.message)) {
    return failure("failed", `Port ${port} is in use. Stop what uses it, or choose another with --port.`, error);
  }
  if (code === "EACCES") return failure("failed", `Port ${port} needs more rights. Choose one above 1023.`, error);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return failure("failed", `This machine has no address ${host}. Choose another with --host.`, error);
  }
  return undefined;
}
