/** Rewrites the addresses of `srcset`, a list of pictures for screens that differ: `dark.png, dark@2x.png 2x`. */
export function mapSrcset(srcset: string, rewrite: (address: string) => string): string {
  return srcset
    .split(",")
    .map((candidate) => candidate.trim().replace(/^\S+/, rewrite))
    .filter((candidate) => candidate !== "")
    .join(", ");
}

/** The addresses in `srcset`. */
export function addressesInSrcset(srcset: string): readonly string[] {
  const found: string[] = [];
  mapSrcset(srcset, (address) => {
    found.push(address);
    return address;
  });
  return found;
}
