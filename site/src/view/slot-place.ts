/** A component of Astro's: a function that makes what it shows. */
type Component = (...given: readonly unknown[]) => unknown;

/** The component, whose errors say in which `file` they arose: to Astro they are those of the page around it. */
export function withPlace<C extends Component>(component: C, file: string): C {
  const placed = (error: unknown): unknown => {
    // Astro's own errors know their place better.
    return error instanceof Error && !("loc" in error) ? Object.assign(error, { loc: { file } }) : error;
  };
  return new Proxy(component, {
    apply(target, self, given: unknown[]) {
      try {
        const made: unknown = Reflect.apply(target, self, given);
        if (!(made instanceof Promise)) return made;
        return made.catch((error: unknown) => {
          throw placed(error);
        });
      } catch (error) {
        throw placed(error);
      }
    },
  });
}
