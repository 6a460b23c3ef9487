import type { Language } from "../../problems/language";

/** What a command printed, with the config folder under the name that people see. */
export interface Screen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly config: string;
  readonly language: Language;
  readonly json: boolean;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** Runs a command on a config folder, away from any terminal. */
export async function screenOf(
  command: (given: Given) => Promise<number>,
  config: string,
  { language = "en", json = false }: { language?: Language; json?: boolean } = {},
): Promise<Screen> {
  const said = { out: "", err: "" };
  const into = (name: "out" | "err") =>
    ({
      write(text: string) {
        said[name] += text;
        return true;
      },
    }) as unknown as NodeJS.WriteStream;
  const code = await command({ config, language, json, out: into("out"), err: into("err") });
  const plain = (text: string) => text.replaceAll(config, "config");
  return { code, out: plain(said.out), err: plain(said.err) };
}
