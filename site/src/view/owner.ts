/** The address to write to an owner; undefined where the owner is not a mail address. */
export function ownerUrl(owner: string): string | undefined {
  return /^[^\s@:?&]+@[^\s@:?&]+$/.test(owner) ? `mailto:${owner}` : undefined;
}
