import type { Problem } from "../problems/problem";

/** Takes note of a problem and goes on: one run tells all of them. */
export type Report = (problem: Problem) => void;
