/** What is written for a type of JSON Schema; empty where it is more than a word can say. */
export function takes(type: string | readonly string[] | undefined): string {
  switch (type) {
    case "string":
      return "text";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "true or false";
    case "array":
      return "list";
    default:
      return "";
  }
}
