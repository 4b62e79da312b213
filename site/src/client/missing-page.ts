/** The words of an address that leads nowhere, to look for them: `/faqs/billing/refund-policy.html` asks for `refund policy`. */
export function wordsOfPath(path: string): string {
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  return decoded(last)
    .replace(/\.\w+$/, "")
    .replaceAll(/[-_+\s]+/g, " ")
    .trim()
    .slice(0, 100);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
