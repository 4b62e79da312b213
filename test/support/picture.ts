/** The smallest picture that there is, a GIF of one pixel; under any name of a picture, browsers show it. */
export const picture = "GIF89a\u0001\0\u0001\0\0\0\0;";
