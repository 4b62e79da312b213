import { compileFile, type EntryFacts } from "../compile/entry.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { SiteCode } from "../config/site-code.ts";
import { changedTrackedFiles } from "../git/changed-files.ts";
import { isInRepository } from "../git/in-repository.ts";
import { readObjects } from "../git/read-objects.ts";
import { locate } from "../knowledge/locate.ts";
import { createPartialReader } from "../knowledge/partial-reader.ts";

/**
 * The ids that the short-form questions of changed quizzes had in the last commit, by file.
 * Empty where the content is not in git: then there is nothing to compare with.
 */
export async function readCommittedQuestions(
  folder: string,
  config: ResolvedConfig,
  code: SiteCode,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const readPartial = createPartialReader(folder);
  const ids = new Map<string, readonly string[]>();
  if (!isInRepository(folder)) return ids;
  try {
    const quizzes = (await changedTrackedFiles(folder, { commit: "HEAD" })).flatMap(({ file, before }) => {
      const location = locate(file, config);
      return before === undefined || location?.type !== "quiz" ? [] : [{ file, location, before }];
    });
    const sources = await readObjects(
      folder,
      quizzes.map(({ before }) => before),
    );
    for (const [i, { file, location }] of quizzes.entries()) {
      const source = sources[i] ?? new Uint8Array();
      const { facts } = await compileFile(source, file, location, config, { code, readPartial, withContent: false });
      if (facts !== undefined) ids.set(file, shortFormIds(facts));
    }
  } catch {
    return new Map();
  }
  return ids;
}

/** The ids of the questions that are named by their headings. */
export function shortFormIds({ questions }: Pick<EntryFacts, "questions">): readonly string[] {
  return questions.filter(({ shortForm }) => shortForm).map(({ id }) => id);
}
