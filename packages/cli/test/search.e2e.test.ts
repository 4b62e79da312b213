import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";

const desk = {
  "knowhow.config.json": {
    title: "Service desk",
    site: "https://kb.example.com/help/",
    locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
    roles: { billing: { label: "Billing" } },
  },
  "content/faqs/billing/refunds.md":
    "---\ntitle: How do I get my money back?\nanswer: Within 30 days, always.\nowner: finance@example.com\n---\n\nWithin 30 days, always.\n",
  "content/faqs/billing/invoice.md":
    "---\ntitle: How do I send a copy of an invoice?\nowner: billing@example.com\n---\n\nChoose Invoices, then Send.\n",
  "content/lessons/phishing.mdx":
    "---\ntitle: Recognise a phishing mail\nowner: security@example.com\n---\n\nLook at the sender, not at the logo.\n",
  "content/vi/faqs/billing/refunds.md": "---\ntitle: Làm sao để được hoàn tiền?\n---\n\nTrong vòng 30 ngày.\n",
};

const golden = [
  { q: "can i get my mony back", relevant: ["faq:billing/refunds"] },
  { q: "hoan tien", relevant: ["faq:billing/refunds"], locale: "vi" },
  { q: "is this mail phishing", relevant: ["lesson:phishing"] },
  { q: "copy of an invoice", relevant: ["lesson:phishing"] },
];
const lines = golden.map((question) => `${JSON.stringify(question)}\n`).join("");

describe("search", () => {
  test("shows what is found for a question with a slip of the finger, and what it took it for", async () => {
    const project = await createProject(desk);
    const { exitCode, stdout, stderr } = await project.knowhow("search", "send", "invocie", "--limit", "1");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "Showing results for “send invoice”.

      How do I send a copy of an invoice?  faq
      https://kb.example.com/help/faqs/billing/invoice/
        Choose Invoices, then Send.

      1 of 2 results.
      "
    `);
  });

  test("tells programs the same as the SDK does", async () => {
    const project = await createProject(desk);
    const { exitCode, stdout, stderr } = await project.knowhow("search", "money back", "--json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      hits: [
        {
          ref: "faq:billing/refunds",
          type: "faq",
          id: "billing/refunds",
          locale: "en",
          title: "How do I get my money back?",
          url: expect.stringMatching(/^\/help\/faqs\/billing\/refunds\//),
          excerpt: expect.stringContaining("30 days"),
          score: expect.any(Number),
        },
      ],
      total: 1,
      tookMs: expect.any(Number),
    });
  });

  test("looks in another language, and at one type only", async () => {
    const project = await createProject(desk);
    const vietnamese = await project.knowhow("search", "hoan tien", "--locale", "vi");
    expect(vietnamese.stdout).toContain("Làm sao để được hoàn tiền?");
    const lessons = await project.knowhow("search", "invoice money mail", "--type", "lesson", "--json");
    expect(JSON.parse(lessons.stdout).hits).toMatchObject([{ ref: "lesson:phishing" }]);
  });

  test("in another language finds what is not translated into it, and says in which it is", async () => {
    const project = await createProject(desk);
    const { stdout } = await project.knowhow("search", "copy of an invoice", "--locale", "vi", "--limit", "1");
    expect(stdout).toContain(
      "How do I send a copy of an invoice?  faq, in English\nhttps://kb.example.com/help/vi/faqs/billing/invoice/\n",
    );
    const answered = await project.knowhow("ask", "how do i send a copy of an invoice", "--locale", "vi");
    expect(answered.stdout).toContain("Choose Invoices, then Send.");
    expect(answered.stdout).toContain("faq, in English");
  });

  test("says when there is nothing, which is no failure", async () => {
    const project = await createProject(desk);
    expect(await project.knowhow("search", "?!")).toMatchObject({ exitCode: 0, stdout: "Nothing found for “?!”.\n" });
  });

  test("warns that entries with mistakes are missing", async () => {
    const project = await createProject({ ...desk, "content/faqs/broken.md": "---\ntitel: Broken\n---\n\nText.\n" });
    const { exitCode, stderr } = await project.knowhow("search", "money");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^The content has \d errors?, and search may lack those entries: see knowhow check\.\n$/);
  });

  test("writes nothing that steers the terminal", async () => {
    const project = await createProject({
      ...desk,
      "content/faqs/evil.md": "# Evil \u001b]0;title\u0007 \u001b[31mred\u001b[0m money\n\nText \u001b[2J end.\n",
    });
    for (const command of ["search", "ask"]) {
      const { stdout } = await project.knowhow(command, "evil red money\u001b[2J");
      expect(stdout).toContain("Evil");
      expect(stdout).not.toContain("\u001b");
    }
  });
});

describe("ask", () => {
  test("answers in the words of an entry, with where they stand and how sure it is", async () => {
    const project = await createProject(desk);
    const { exitCode, stdout, stderr } = await project.knowhow("ask", "how do i get my money back");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.replace(/\d\.\d\d/, "0.99")).toMatchInlineSnapshot(`
      "Within 30 days, always.

        How do I get my money back?  faq
        https://kb.example.com/help/faqs/billing/refunds/
        Very sure (confidence 0.99).

      See also:
        How do I send a copy of an invoice?  faq
        https://kb.example.com/help/faqs/billing/invoice/
      "
    `);
  });

  test("says that it does not know, what comes nearest and whom to ask", async () => {
    const project = await createProject(desk);
    const { exitCode, stdout } = await project.knowhow("ask", "where can I park my mail van");
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\d\.\d\d/, "0.20")).toMatchInlineSnapshot(`
      "No entry surely answers this (confidence 0.20).

      Nearest:
        Recognise a phishing mail  lesson
        https://kb.example.com/help/lessons/phishing/
        How do I get my money back?  faq
        https://kb.example.com/help/faqs/billing/refunds/

      Ask security@example.com, who looks after “Recognise a phishing mail”.
      "
    `);
    expect(await project.knowhow("ask", "???")).toMatchObject({ exitCode: 0, stdout: "No entry is about this.\n" });
  });

  test("tells programs the answer, or that there is none", async () => {
    const project = await createProject(desk);
    const known = await project.knowhow("ask", "--json", "how do i get my money back");
    expect(JSON.parse(known.stdout)).toMatchObject({
      found: true,
      text: "Within 30 days, always.",
      html: "<p>Within 30 days, always.</p>",
      citation: { ref: "faq:billing/refunds" },
    });
    const unknown = await project.knowhow("ask", "--json", "where can I park my mail van");
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      found: false,
      nearest: [{ ref: "lesson:phishing" }, { ref: "faq:billing/refunds" }],
    });
  });
});

describe("eval", () => {
  test("prints how well golden questions are answered, and those that are not", async () => {
    const project = await createProject({ ...desk, "golden.jsonl": lines });
    const { exitCode, stdout, stderr } = await project.knowhow("eval");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.replace(/(?<=p95) +[\d.]+ ms/, "              2.0 ms")).toMatchInlineSnapshot(`
      "questions              4
      nDCG@10            0.750
      MRR                0.750
      success@1          0.750
      zero results       0.0 %
      p95              2.0 ms

      1 miss:
        copy of an invoice
          wanted lesson:phishing, not found
          got    faq:billing/invoice
      "
    `);
  });

  test("fails where fewer first results are right than asked for", async () => {
    const project = await createProject({ ...desk, "golden.jsonl": lines });
    expect((await project.knowhow("eval", "--min-success", "0.75")).exitCode).toBe(0);
    const { exitCode, stdout, stderr } = await project.knowhow("eval", "--min-success", "0.9", "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ questions: 4, success1: 0.75, misses: [golden[3]] });
    expect(stderr).toBe(
      "knowhow: success@1 is 0.750, less than --min-success 0.9: 1 of 4 questions have a wrong first result.\n",
    );
  });

  test("reads the questions that it is given, else those that the configuration names", async () => {
    const [first = {}] = golden;
    const files = { "a.jsonl": `${JSON.stringify(first)}\n`, "search/b.jsonl": lines };
    const config = { ...desk["knowhow.config.json"], golden: "search/b.jsonl" };
    const project = await createProject({ ...desk, ...files, "knowhow.config.json": config });
    expect(JSON.parse((await project.knowhow("eval", "a.jsonl", "--json")).stdout)).toMatchObject({ questions: 1 });
    expect(JSON.parse((await project.knowhow("eval", "--json")).stdout)).toMatchObject({ questions: 4 });
  });

  test("names every line that is no question, and measures nothing", async () => {
    const project = await createProject({ ...desk, "golden.jsonl": `${lines}{"q": "a", "relevant": ["b"]}\nwhat?\n` });
    const { exitCode, stdout, stderr } = await project.knowhow("eval");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "golden.jsonl:5:25  error  “relevant[1]” cannot be “b”. Write a type and an id, for example faq:billing/double-charge.
      golden.jsonl:6:1  error  This line is not JSON. Write {"q": "…", "relevant": ["faq:…"]} on one line, names and texts in double quotes.
      "
    `);
  });
});

describe("a built site", () => {
  test("is searched, asked and measured like the content", async () => {
    const project = await createProject({ ...desk, "golden.jsonl": lines });
    expect((await project.knowhow("build")).exitCode).toBe(0);
    await project.remove("content");
    const found = await project.knowhow("search", "can i get my mony back", "--site", "dist");
    expect(found.stderr).toBe("");
    expect(found.stdout).toContain("How do I get my money back?  faq\n/help/faqs/billing/refunds/");
    const asked = await project.knowhow(
      "ask",
      "làm sao để được hoàn tiền",
      "--site",
      "dist",
      "--locale",
      "vi",
      "--json",
    );
    expect(JSON.parse(asked.stdout)).toMatchObject({
      found: true,
      citation: { ref: "faq:billing/refunds", locale: "vi" },
    });
    const measured = await project.knowhow("eval", "--site", "dist", "--json");
    expect(JSON.parse(measured.stdout)).toMatchObject({ questions: 4, success1: 0.75, misses: [golden[3]] });
  });

  test("that was never built is said to be so", async () => {
    const project = await createProject({ ...desk, "dist/index.html": "<!doctype html>" });
    const { exitCode, stdout, stderr } = await project.knowhow("search", "money", "--site", "dist");
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toBe("knowhow: There is no search index in <root>/dist: build the site first.\n");
  });
});

describe("somebody who uses them wrongly", () => {
  test.each([
    [["search"], "missing required argument 'words'"],
    [["search", "  "], "knowhow: The query is empty."],
    [["ask", ""], "knowhow: The query is empty."],
    [["search", "money", "--locale", "de"], "knowhow: There is no locale “de”.\nPossible here: en, vi."],
    [["ask", "money", "--role", "boss"], "knowhow: There is no role “boss”.\nPossible here: billing."],
    [["search", "money", "--type", "page"], "Allowed choices are lesson, faq, quiz, path, scenario, question."],
    [["search", "money", "--limit", "0"], "A limit is a whole number from 1."],
    [["search", "money", "--site", "nowhere"], "knowhow: The folder <root>/nowhere does not exist."],
    [["eval"], "knowhow: There is no file <root>/golden.jsonl."],
    [["eval", "--min-success", "90"], "A share is a number from 0 to 1, for example 0.9."],
  ])("is told about `knowhow %j`", async (args, message) => {
    const project = await createProject(desk);
    const { exitCode, stdout, stderr } = await project.knowhow(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("is told where questions have no lines, or a language that there is not", async () => {
    const german = '{"q": "geld", "relevant": ["faq:billing/refunds"], "locale": "de"}\n';
    const project = await createProject({ ...desk, "empty.jsonl": "\n", "german.jsonl": german });
    expect((await project.knowhow("eval", "empty.jsonl")).stderr).toContain("empty.jsonl has no questions.");
    expect(await project.knowhow("eval", "german.jsonl")).toMatchObject({ exitCode: 2, stdout: "" });
  });
});
