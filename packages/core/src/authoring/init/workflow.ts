import { plainScalar } from "../rewrite/fields.ts";
import type { Repository } from "./repository.ts";

/** What the workflow is written for. */
export interface WorkflowInput {
  /** The way from the top of the repository to the knowledge base, with `/`; empty if it is the top itself. */
  readonly path: string;
  readonly branch: Repository["branch"];
  readonly packageManager: "npm" | "pnpm";
}

/** A workflow of GitHub Actions that checks every pull request at its lines, and publishes the main branch to Pages. */
export function workflow({ path, branch, packageManager }: WorkflowInput): string {
  const isMain = `github.ref == 'refs/heads/${branch}'`;
  const install = packageManager === "pnpm" ? "pnpm install --frozen-lockfile" : "npm ci";
  const exec = packageManager === "pnpm" ? "pnpm exec knowhow" : "npx knowhow";
  const inFolder = path === "" ? "" : `    defaults:\n      run:\n        working-directory: ${quoted(path)}\n`;
  const only = path === "" ? "" : `\n    paths: [${quoted(`${path}/**`)}, .github/workflows/knowhow.yml]`;
  const folder = path === "" ? "" : `${path}/`;
  return `# Checks every pull request, with each mistake at its line, and publishes ${branch} to GitHub Pages.
# Once, in the repository's settings: Pages, Source, “GitHub Actions”.
name: Knowledge base
on:
  pull_request:${only}
  push:
    branches: [${quoted(branch)}]${only}
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: knowhow-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  build:
    runs-on: ubuntu-latest
${inFolder}    steps:
      - uses: actions/checkout@v6
${packageManager === "pnpm" ? "      - uses: pnpm/action-setup@v4\n        with: { version: latest }\n" : ""}      - uses: actions/setup-node@v6
        with: { node-version: 24 }
      - run: ${install}
      - run: ${exec} check --format github
      - uses: actions/cache@v5
        with:
          path: |
            ${folder}.knowhow/cache
            ${folder}dist
          key: knowhow-\${{ github.run_id }}
          restore-keys: knowhow-
      - run: ${exec} build
      - uses: actions/upload-pages-artifact@v5
        if: ${isMain}
        with: { path: ${quoted(`${folder}dist`)} }

  publish:
    if: ${isMain}
    needs: build
    runs-on: ubuntu-latest
    permissions: { pages: write, id-token: write }
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/deploy-pages@v5
        id: deployment
`;
}

/** A text as YAML, which takes a branch `1.0` for a number. */
function quoted(text: string): string {
  return plainScalar(text, true);
}
