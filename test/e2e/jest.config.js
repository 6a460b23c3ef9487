const { join } = require("node:path");

const base = {
  ...require("../../jest.config.js"),
  rootDir: join(__dirname, "..", ".."),
  testPathIgnorePatterns: ["/node_modules/"],
};
const STATE = "<rootDir>/test/e2e/state*.test.ts";

/** @type {import("jest").Config} */
module.exports = {
  rootDir: base.rootDir,
  // They share one machine, and some one cloud: one file at a time.
  maxWorkers: 1,
  projects: [
    { ...base, displayName: "state", testMatch: [STATE] },
    {
      ...base,
      displayName: "cloud",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts", `!${STATE}`],
    },
  ],
};
