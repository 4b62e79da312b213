export { type IdProblem, readId, suggestId, titleOf, toName } from "./names.ts";
export { type CreatedEntry, createEntry, type NewEntry } from "./new-entry.ts";
