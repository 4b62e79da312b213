import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from "astro";
import type { SiteWriter } from "./former-site.ts";
import { makeOwnPages } from "./own-pages.ts";

/** A page that Astro was given to build. */
export interface BuiltPage {
  /** Below the base, not percent-encoded, with `/` at its end: `lessons/refunds/`; empty for the home page. */
  readonly path: string;
  /** Its Astro route pattern. */
  readonly pattern: string;
  /** Whether it is a page of the site's owner, from `pages/`. */
  readonly owners: boolean;
}

/** Where pages go, and whom rendering tells how it goes. */
export interface RenderingOptions {
  /** Takes the pages that are not left to Astro. */
  readonly writer: SiteWriter;
  /** Whether components of the owner's stand in them. */
  readonly hasSlots: boolean;
  /** Called as pages get rendered; those that are taken over from the site before are not counted. */
  readonly onPages: (rendered: number, all: number) => void;
  /** Called once, with every page that the site will have. */
  readonly onPlan: (pages: readonly BuiltPage[]) => void;
}

/** Tells of the pages that Astro renders, and makes those itself that the site before may have already. */
export function pageRendering({ writer, hasSlots, onPages, onPlan }: RenderingOptions): AstroIntegration {
  let home: URL | undefined;
  let compiled: URL | undefined;
  return {
    name: "knowhow:rendering",
    hooks: {
      "astro:config:done": ({ config: { site, base, server, outDir } }) => {
        home = new URL(base.replace(/\/?$/, "/"), site ?? `http://localhost:${server.port}`);
        compiled = new URL(".prerender/", outDir);
      },
      "astro:build:start": ({ setPrerenderer }) => {
        let all = 0;
        let rendered = 0;
        setPrerenderer((inner) => {
          const render: AstroPrerenderer["render"] = async (request, options) => {
            const result = await inner.render(request, options);
            onPages(++rendered, all);
            return result;
          };
          return {
            ...inner,
            render,
            getStaticPaths: async () => {
              const paths = withoutRivals(await inner.getStaticPaths());
              all = paths.length;
              onPages(rendered, all);
              onPlan(paths.filter(({ route }) => route.type === "page").map(builtPage));
              if (home === undefined || compiled === undefined) return [...paths];
              return makeOwnPages(paths, { render, compiled, home, hasSlots, writer });
            },
          };
        });
      },
    },
  };
}

/** Of several routes that have the same page the first one makes it. */
function withoutRivals(paths: readonly PathWithRoute[]): readonly PathWithRoute[] {
  const first = new Map<string, PathWithRoute>();
  for (const path of paths) {
    const place = path.pathname.replace(/\/$/, "");
    if (!first.has(place)) first.set(place, path);
  }
  return [...first.values()];
}

function builtPage({ pathname, route }: PathWithRoute): BuiltPage {
  return {
    path: pathname.replace(/^\/|\/$/g, "").replace(/.$/, "$&/"),
    pattern: route.route,
    owners: route.origin === "project",
  };
}
