import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** Where a body lies: in a file of the store, from which byte on, how many of them. */
export type BodyPlace = readonly [segment: string, offset: number, bytes: number];

/**
 * Keeps the bodies of compiled files on the disk: those of thousands of entries would be most of the memory of a build.
 * A body is never changed, only forgotten, and a process that has opened a file of the store can read it to the end,
 * so that several may use one folder.
 */
export interface BodyStore {
  /** Keeps a body; undefined where it cannot be written, and its caller has to hold it. */
  readonly keep: (body: Uint8Array) => BodyPlace | undefined;
  /** Reads a body. */
  readonly read: (place: BodyPlace) => Uint8Array;
  /** Whether these can be read. */
  readonly has: (places: readonly BodyPlace[]) => boolean;
  /** Whether there is so much beside these that they should be kept again in a new file, which begins with `renew`. */
  readonly isWasteful: (places: readonly BodyPlace[]) => boolean;
  readonly renew: () => void;
  /** Removes the files that hold none of these. */
  readonly forgetOthers: (places: readonly BodyPlace[]) => void;
}

const ending = ".bodies";

/** What may be wasted, in bytes, before it is worth writing everything anew. */
const smallWaste = 4_000_000;

/** As many files may be open at once. */
const mostSegments = 16;

/** A store cannot know when its last reader is gone, which in a program that runs on is long before its end. */
const closer = new FinalizationRegistry((file: number) => closeSync(file));

/** Opens the store in a folder, which is made when the first body is kept. */
export function openBodyStore(folder: string): BodyStore {
  const open = new Map<string, number>();
  let writing: { readonly segment: string; readonly file: number; bytes: number } | undefined;

  const openSegment = (segment: string, flags: "r" | "ax+"): number => {
    const known = open.get(segment);
    if (known !== undefined) return known;
    const file = openSync(join(folder, segment), flags);
    open.set(segment, file);
    closer.register(store, file);
    return file;
  };
  const begin = () => {
    mkdirSync(folder, { recursive: true });
    const segment = `${randomUUID()}${ending}`;
    return { segment, file: openSegment(segment, "ax+"), bytes: 0 };
  };
  const renew = () => {
    writing = undefined;
  };

  const store: BodyStore = {
    keep(body) {
      try {
        writing ??= begin();
        const place: BodyPlace = [writing.segment, writing.bytes, body.length];
        for (let at = 0; at < body.length; ) at += writeSync(writing.file, body, at);
        writing.bytes += body.length;
        return place;
      } catch {
        // A full disk may leave half a body at the end of this file: the next one goes into another.
        renew();
        return undefined;
      }
    },
    read([segment, offset, bytes]) {
      const body = new Uint8Array(bytes);
      let got = 0;
      while (got < bytes) {
        const more = readSync(openSegment(segment, "r"), body, got, bytes - got, offset + got);
        if (more === 0) throw new RangeError(`${join(folder, segment)} is cut short: delete ${folder} and try again.`);
        got += more;
      }
      return body;
    },
    has(places) {
      try {
        const ends = new Map<string, number>();
        for (const [segment, offset, bytes] of places)
          ends.set(segment, Math.max(ends.get(segment) ?? 0, offset + bytes));
        return [...ends].every(([segment, end]) => fstatSync(openSegment(segment, "r")).size >= end);
      } catch {
        return false;
      }
    },
    isWasteful(places) {
      const segments = new Set(places.map(([segment]) => segment));
      const used = places.reduce((sum, [, , bytes]) => sum + bytes, 0);
      const all = [...segments].reduce((sum, segment) => sum + fstatSync(openSegment(segment, "r")).size, 0);
      return segments.size > mostSegments || all > 2 * used + smallWaste;
    },
    renew,
    forgetOthers(places) {
      const used = new Set(places.map(([segment]) => segment));
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        if (name.endsWith(ending) && !used.has(name)) rmSync(join(folder, name), { force: true });
      }
    },
  };
  return store;
}
