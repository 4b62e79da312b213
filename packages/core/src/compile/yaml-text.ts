/** A text as a value of YAML, in quotes where it needs them; undefined for undefined. */
export function yamlText(text: string | undefined): string | undefined {
  return text === undefined || /^[A-Za-z][\w./:-]*$/.test(text) ? text : JSON.stringify(text);
}
