import { destroyTown } from "../../engine/destroy/destroy-town";
import type { Localised } from "../../problems/language";
import { EXIT } from "../../problems/problem";
import { communeOf } from "../../schema/communes";
import { findTowns } from "../../schema/find-towns";
import type { Context } from "../command";
import { changeProgress } from "../progress";
import { destructionText, leftText } from "../screens/destruction";
import { outcomeJson, tellOutcomes } from "../screens/outcome";
import { coloursFor } from "../screens/paint";
import { withTowns } from "../with-towns";
import { exitCode, STOPPING } from "./apply";

export interface DestroyOptions {
  /** INSEE code or name. */
  readonly town: string;

  /** The town's own INSEE code, else nothing is destroyed. */
  readonly confirm?: string;

  /** Also what holds data. */
  readonly withData: boolean;

  /** @default - `.beffroi` in the config folder */
  readonly work?: string;
}

const NOTHING: Localised = { en: "there is nothing to destroy", fr: "il n'y a rien à détruire" };

/** Shows what the destruction of a town takes away, then destroys it if it is confirmed. */
export function run(context: Context, { town, confirm, withData, work }: DestroyOptions): Promise<number> {
  const { config: folder, language, json, out, err, signal } = context;
  const one = () => findTowns(folder, [town]);
  return withTowns(context, { work, towns: one }, async ({ codes: [insee = ""], ...opened }) => {
    const progress = changeProgress(err);
    try {
      const destroyed = await destroyTown({
        insee,
        ...opened,
        language,
        signal,
        confirm,
        withData,
        onPlanned: (planned, losses) =>
          (json ? err : out).write(destructionText(planned, losses, language, coloursFor(json ? err : out))),
        onProgress: progress.of(""),
        onStopping: () => progress.note(STOPPING[language]),
      });
      progress.end();
      if (!destroyed) {
        const name = communeOf(insee)?.name ?? insee;
        if (json) out.write(outcomeJson([], language));
        else out.write(`${name} (${insee})${language === "fr" ? " :" : ":"} ${NOTHING[language]}\n`);
        return EXIT.fine;
      }
      tellOutcomes([destroyed.outcome], context);
      if (!json) out.write(leftText(destroyed.left, language));
      return exitCode([destroyed.outcome], signal);
    } finally {
      progress.end();
    }
  });
}
