import { expect, test } from "vitest";
import { base } from "./support/base.ts";

/** The minutes of a lesson that says something again and again, as often as it takes to read English of as many words for ten. */
async function minutesOf(sentence: string, words: number, between = " "): Promise<number | undefined> {
  const text = Array.from({ length: Math.round(2380 / words) }, () => sentence).join(between);
  const kb = await base({ "lessons/a.md": `---\ntitle: A\n---\n\n${text}\n` }, { budget: { error: 60 } });
  return (await kb.get("lesson", "a"))?.minutes;
}

test.each([
  ["Thai", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ", 15, 10],
  ["Khmer", "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាព។", 7, 10],
  ["Lao", "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ", 6, 10],
  ["Burmese", "လူတိုင်းသည်တူညီလွတ်လပ်သော", 6, 10],
])("%s is read by the words in it, though no space parts them", async (_language, sentence, words, minutes) => {
  expect(await minutesOf(sentence, words)).toBe(minutes);
  expect(await minutesOf(sentence, words, "")).toBe(minutes);
  // Some part words by a space that nobody sees.
  expect(await minutesOf(sentence, words, "\u200b")).toBe(minutes);
  expect(await minutesOf(`${sentence} ok`, words + 1)).toBe(minutes);
});

test("Chinese and Japanese are read by their signs, without what stands between them", async () => {
  expect(await minutesOf("人人生而自由", 6, "")).toBe(9);
  expect(await minutesOf("（「人人生而自由」），", 6)).toBe(9);
});
