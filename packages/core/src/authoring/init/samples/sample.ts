/** The first entries of a knowledge base, by their path under the folder of their locale. Given today, `2026-01-31`. */
export type Sample = (today: string) => Readonly<Record<string, string>>;
