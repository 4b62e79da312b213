/**
 * An address in `srcset`: what follows its start, or a comma, up to white space or the next comma. Looking ahead first spares
 * looking back from each blank of many.
 */
const address = /(?=[^\s,])(?<=(?:^|,)\s*)[^\s,]+/g;

/** Rewrites the addresses of `srcset`, a list of pictures for screens that differ: `dark.png, dark@2x.png 2x`. */
export function mapSrcset(srcset: string, rewrite: (address: string) => string): string {
  return srcset.replace(address, rewrite);
}

/** The addresses in `srcset`. */
export function addressesInSrcset(srcset: string): readonly string[] {
  return placesInSrcset(srcset).map(({ start, end }) => srcset.slice(start, end));
}

/** Where the addresses in `srcset` stand. */
export function placesInSrcset(srcset: string): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(srcset.matchAll(address), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
