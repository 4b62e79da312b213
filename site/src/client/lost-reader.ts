/**
 * Answers an address that leads nowhere in its own language: the page for all of them is in the default one, and holds what
 * it would say in the others.
 */
export function answerInLanguage(templates: readonly HTMLTemplateElement[]): void {
  const template = templates.find(({ dataset }) => location.pathname.startsWith(dataset.lost ?? "?"));
  if (template === undefined) return;
  const { lang, dir, search, title } = template.dataset;
  const { documentElement: root } = document;
  // The frame stays what it was.
  for (const part of document.querySelectorAll<HTMLElement>("body > :not(main)")) {
    part.lang = root.lang;
    part.dir = root.dir;
  }
  root.lang = lang ?? root.lang;
  root.dir = dir ?? root.dir;
  root.dataset.search = search;
  document.title = title ?? document.title;
  document.querySelector(".kh-hero--lost")?.replaceWith(template.content);
}
