/** Where a configuration of these tests finds what users import from @knowhow/core. */
const core = new URL("../../src/index.ts", import.meta.url).href;

/** A configuration with these own fields; `head` stands above it. */
export function configWith(fields: string, head = ""): string {
  return `import { defineConfig, z } from ${JSON.stringify(core)};\n${head}\nexport default defineConfig({ title: "Test", fields: ${fields} });\n`;
}

/** The own fields of a company with machines. */
export const company = configWith(`{
  region: z.enum(["emea", "apac"]).optional(),
  machines: z.array(z.string().min(2)).default([]),
  lesson: { difficulty: z.int().min(1).max(5), contact: z.strictObject({ mail: z.email() }).optional() },
  faq: { answeredBy: z.string().optional() },
}`);
