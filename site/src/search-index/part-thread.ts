import { parentPort } from "node:worker_threads";
import { beginPart, endPagefind, type PartMaker } from "./make-part.ts";
import type { PartRequest, PartResponse } from "./part-makers.ts";

// A thread that makes parts of an index, one after the other, and feeds Pagefind's process meanwhile.
const port = parentPort;
let maker: PartMaker | undefined;
let before: Promise<void> = Promise.resolve();

port?.on("message", (request: PartRequest) => {
  // Each waits for the one before: a message is not to overtake another.
  before = before
    .then(() => answer(request))
    .catch((error: unknown) => {
      respond({ error: error instanceof Error ? error.message : String(error) });
    });
});

async function answer(request: PartRequest): Promise<void> {
  if ("language" in request) {
    maker = await beginPart(request.language);
    return;
  }
  if ("end" in request) {
    await endPagefind();
    respond({ ended: true });
    return;
  }
  if (maker === undefined) throw new Error("No part of the index was begun.");
  if ("records" in request) {
    await maker.add(request.records);
    respond({ added: true });
    return;
  }
  const packed = await maker.finish();
  maker = undefined;
  respond({ packed }, [packed.buffer]);
}

function respond(response: PartResponse, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(response, transfer);
}
