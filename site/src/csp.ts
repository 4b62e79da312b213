/** What a page may load: itself only, plus WebAssembly for search and inline data images. */
const directives: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "media-src": ["'self'"],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
};

/**
 * The Content-Security-Policy of a site, for the header and for `<meta http-equiv>` alike.
 * `widened` is the configuration's `csp`: sources to allow beside the site itself, by directive.
 */
export function contentSecurityPolicy(widened: Readonly<Record<string, readonly string[]>> = {}): string {
  const names = [
    ...Object.keys(directives),
    ...Object.keys(widened)
      .filter((name) => !(name in directives))
      .sort(),
  ];
  return names.map((name) => [name, ...sources(directives[name] ?? [], widened[name] ?? [])].join(" ")).join("; ");
}

/** `'none'` only counts when it stands alone. */
function sources(own: readonly string[], added: readonly string[]): readonly string[] {
  return added.length > 0 ? [...own.filter((source) => source !== "'none'"), ...added] : own;
}
