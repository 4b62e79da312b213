import { createHash } from "node:crypto";
import type { EntrySummary, LocalKnowledgeBase } from "@knowhow/core/node";
import { contentSecurityPolicy } from "../csp.ts";
import { packageVersions } from "./packages.ts";

/** What the virtual module `knowhow:site` exports, its file URLs aside; see `knowhow-site.d.ts`. */
export interface SiteData {
  readonly kb: LocalKnowledgeBase;
  readonly shellKey: string;
  readonly cacheKey: (...seen: readonly unknown[]) => string;
  readonly csp: string | undefined;
}

/** Makes what routes see of a knowledge base. */
export function siteData(kb: LocalKnowledgeBase, command: "build" | "dev"): SiteData {
  const constants = hash([packageVersions, kb.config]);
  return {
    kb,
    shellKey: hash([constants, kb.entries().map(card)]),
    cacheKey: (...seen) => hash([constants, seen]),
    csp: command === "build" ? contentSecurityPolicy(kb.config.csp) : undefined,
  };
}

/** What lists show of an entry: all but what only its own page or nobody shows. */
function card(entry: EntrySummary): unknown {
  const { revision, file, owner, reviewed, reviewEvery, aliases, ...shown } = entry;
  return shown;
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);
}
