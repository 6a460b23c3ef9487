const { join } = require("node:path");
const base = require("../../jest.config.js");

/**
 * The tests of constructs and bindings again, on the last release of CDKTF itself instead of its fork: `cdktf` means
 * `cdktf-0.21` for our sources, for the compiled bindings and for the tests.
 * @type {import("jest").Config}
 */
module.exports = {
  ...base,
  rootDir: join(__dirname, "..", ".."),
  displayName: "cdktf 0.21",
  testMatch: ["constructs", "provider", "compat"].map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  testPathIgnorePatterns: ["/node_modules/"],
  moduleNameMapper: { "^cdktf$": "cdktf-0.21", "^cdktf/(.*)$": "cdktf-0.21/$1" },
  setupFilesAfterEnv: ["<rootDir>/test/compat/only-cdktf-0.21.ts"],
};
