import type { ResolvedConfig } from "../../config/schema.ts";
import type { SiteCode } from "../../config/site-code.ts";
import { entryFolders, entryTypes } from "../../model/types.ts";
import { frontMatterJsonSchema } from "./front-matter-schema.ts";

/** The settings of VS Code for a knowledge base, by file. */
export function editorFiles(config: ResolvedConfig, code?: SiteCode): Readonly<Record<string, string>> {
  const content = config.content.replace(/^\.\//, "").replace(/\/+$/, "");
  const locales = Object.keys(config.locales).filter((locale) => locale !== config.defaultLocale);
  const schemas = Object.fromEntries(
    entryTypes.map((type) => [
      `.vscode/knowhow/${type}.schema.json`,
      ["", ...locales.map((locale) => `${locale}/`)].map(
        (prefix) => `${content}/${prefix}${entryFolders[type]}/**/*.{md,mdx}`,
      ),
    ]),
  );
  return {
    ".vscode/extensions.json": json({ recommendations: ["unifiedjs.vscode-mdx", "redhat.vscode-yaml"] }),
    ".vscode/settings.json": json({
      "[markdown][mdx]": { "editor.wordWrap": "on", "editor.quickSuggestions": { other: true, strings: true } },
      "search.exclude": { dist: true, ".knowhow": true },
      "yaml.schemas": schemas,
    }),
    ".vscode/tasks.json": json(checkTask),
    ...Object.fromEntries(
      entryTypes.map((type) => [
        `.vscode/knowhow/${type}.schema.json`,
        json(frontMatterJsonSchema(type, config, code)),
      ]),
    ),
  };
}

/** Runs the check as VS Code's build task (Ctrl+Shift+B) and puts what it tells at its line, front matter included. */
const checkTask = {
  version: "2.0.0",
  tasks: [
    {
      label: "knowhow check",
      type: "shell",
      command: "npx knowhow check",
      group: { kind: "build", isDefault: true },
      presentation: { reveal: "silent", clear: true },
      problemMatcher: {
        owner: "knowhow",
        source: "knowhow",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in.
        fileLocation: ["relative", "${workspaceFolder}"],
        pattern: {
          regexp: "^(\\S.*):(\\d+):(\\d+)  (error|warning|info)  (.*?)(?:  ([a-z0-9-]+))?$",
          file: 1,
          line: 2,
          column: 3,
          severity: 4,
          message: 5,
          code: 6,
        },
      },
    },
  ],
};

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
