import { plannerSource } from "./planner-source.ts";
import type { SearchSource } from "./source.ts";
import type { WorkerAnswer, WorkerCall } from "./worker-messages.ts";

/** Does the searching of a page, so that the page stays free for whoever is typing. */
let source: SearchSource | undefined;

addEventListener("message", async ({ data }: MessageEvent<WorkerCall>) => {
  if (data.method === "open") {
    source = plannerSource(data.site);
    return;
  }
  const answer = (rest: Omit<WorkerAnswer, "id">): void => postMessage({ id: data.id, ...rest } satisfies WorkerAnswer);
  try {
    if (source === undefined) throw new Error("The worker was asked before it was opened.");
    answer({ result: await ask(source, data) });
  } catch {
    // Why is of no use to the page: it offers to try again.
    answer({ failed: true });
  }
});

function ask(to: SearchSource, call: Exclude<WorkerCall, { readonly method: "open" }>): Promise<unknown> {
  switch (call.method) {
    case "prepare":
      return to.prepare();
    case "suggest":
      return to.suggest(call.asked);
    case "search":
      return to.search(call.asked);
    case "answer":
      return to.answer(call.asked);
  }
}
