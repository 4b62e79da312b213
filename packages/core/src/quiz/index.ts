export { grade } from "./grade.ts";
export type { Gradable, Grade, Grades, Responses } from "./grades.ts";
