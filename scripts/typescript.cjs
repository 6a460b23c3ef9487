/** `node -r ./scripts/typescript.cjs <file.ts>`: runs TypeScript as it is, for work on the kit itself; the CLI never loads this. */
const { readFileSync } = require("node:fs");
const { transformSync } = require("@swc/core");

process.setSourceMapsEnabled(true);

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    sourceMaps: "inline",
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  module._compile(code, filename);
};
