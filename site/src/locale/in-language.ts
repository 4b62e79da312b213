/** What an element says about its language. */
export type InLanguage = { readonly lang?: string; readonly dir?: "ltr" };

/**
 * For elements that hold nothing but texts of the site's own accord: their language, where there are none in that of the page,
 * so that screen readers say them as what they are. Texts that are built in are written from left to right.
 */
export function inLanguage({ language }: { readonly language?: string | undefined }): InLanguage {
  return language === undefined ? {} : { lang: language, dir: "ltr" };
}
