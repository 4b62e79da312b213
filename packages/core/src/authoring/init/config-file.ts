/** What a new configuration says. */
export interface NewConfig {
  readonly title: string;
  readonly site: string | undefined;
  /** Language tags; the first is the default locale. */
  readonly locales: readonly string[];
  /** Where a page can be edited, with `{file}`. */
  readonly editUrl: string | undefined;
}

/** The scripts that are written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** A configuration as a plain value. */
export function configValue({ title, site, locales, editUrl }: NewConfig): Readonly<Record<string, unknown>> {
  return {
    title,
    ...(site === undefined ? {} : { site }),
    locales: Object.fromEntries(locales.map((tag) => [tag, describeLocale(tag)])),
    ...(editUrl === undefined ? {} : { editUrl }),
  };
}

/** The text of `knowhow.config.ts`. It imports nothing, so that the command reads it before anything is installed. */
export function configFile(config: NewConfig): string {
  const { title, site, locales, editUrl } = config;
  const languages = locales.map((tag) => `    ${propertyName(tag)}: ${literal(describeLocale(tag))},`).join("\n");
  const address =
    site === undefined
      ? `  // Where it will be published. A path in it, such as /kb/, is the base of every address.\n  // site: "https://your-team.github.io/kb/",\n`
      : `  // A path in it is the base of every address.\n  site: ${JSON.stringify(site)},\n`;
  const edit = editUrl === undefined ? "" : `  editUrl: ${JSON.stringify(editUrl)},\n`;
  return `export default {
  title: ${JSON.stringify(title)},
${address}  locales: {
${languages}
  },
${edit}} satisfies import("@knowhow/core").Config;
`;
}

function describeLocale(tag: string): { readonly label: string; readonly dir?: "rtl" } {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  const label = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  const { script } = new Intl.Locale(tag).maximize();
  return script !== undefined && rightToLeft.has(script) ? { label, dir: "rtl" } : { label };
}

function literal(value: { readonly label: string; readonly dir?: string }): string {
  const dir = value.dir === undefined ? "" : `, dir: ${JSON.stringify(value.dir)}`;
  return `{ label: ${JSON.stringify(value.label)}${dir} }`;
}

function propertyName(name: string): string {
  return /^[a-z]+$/.test(name) ? name : JSON.stringify(name);
}
