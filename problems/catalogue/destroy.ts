import { defineProblem } from "../problem";

export const destroyNotConfirmed = defineProblem<{ town: string; insee: string; received?: string; withData: boolean }>(
  {
    code: "destroy-not-confirmed",
    title: { en: "The destruction was not confirmed", fr: "La destruction n'a pas été confirmée" },
    example: { town: "Rochefort", insee: "17299", received: "Rochefort", withData: true },
    tell: ({ town, insee, received, withData }) => {
      const command = `./beffroi destroy ${insee} --confirm ${insee}${withData ? " --with-data" : ""}`;
      return {
        what: {
          en: `${town} would be destroyed, and ${received === undefined ? "nobody confirmed it" : `"${received}" is not its code`}. Nothing was changed.`,
          fr: `${town} serait détruite, et ${received === undefined ? "personne ne l'a confirmé" : `« ${received} » n'est pas son code`}. Rien n'a été modifié.`,
        },
        accepted: { en: `--confirm ${insee}`, fr: `--confirm ${insee}` },
        fix: {
          en: `If that is what you want:\n${command}`,
          fr: `Si c'est bien ce que vous voulez :\n${command}`,
        },
      };
    },
  },
);

export const destroyHoldsData = defineProblem<{ town: string; insee: string; count: number }>({
  code: "destroy-holds-data",
  title: { en: "Data would be lost for good", fr: "Des données seraient perdues pour de bon" },
  example: { town: "Rochefort", insee: "17299", count: 12 },
  tell: ({ town, insee, count }) => ({
    what: {
      en: `${town}: ${count} of the resources to destroy hold data (see above). Nothing was changed.`,
      fr: `${town} : ${count} des ressources à détruire contiennent des données (voir ci-dessus). Rien n'a été modifié.`,
    },
    fix: {
      en: `Make sure that a copy of them exists elsewhere and restores. Then:\n./beffroi destroy ${insee} --confirm ${insee} --with-data`,
      fr: `Assurez-vous qu'une copie en existe ailleurs et se restaure. Ensuite :\n./beffroi destroy ${insee} --confirm ${insee} --with-data`,
    },
  }),
});
