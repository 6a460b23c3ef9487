import { z } from "zod";
import { about } from "../about";
import { zone } from "../values";

/** `sizes/<class>.yaml`: what a town of that size gets. */
export const sizeSchema = z
  .strictObject({
    population: z
      .strictObject({
        from: z
          .int()
          .min(0)
          .meta(about("Smallest number of inhabitants.", "Plus petit nombre d'habitants.", { examples: [500] })),
        below: z
          .int()
          .min(1)
          .optional()
          .meta(
            about(
              "First number of inhabitants of the next class; absent in the last.",
              "Premier nombre d'habitants de la classe suivante ; absent dans la dernière.",
              { examples: [3500] },
            ),
          ),
      })
      .meta(
        about("Inhabitants (legal population).", "Habitants (population légale).", {
          examples: [{ from: 500, below: 3500 }],
        }),
      ),
    zones: z
      .array(zone)
      .min(1)
      .meta(
        about("Network zones that the town gets.", "Zones de réseau de la commune.", { examples: [["entry", "apps"]] }),
      ),
  })
  .meta({
    title: "sizes/*.yaml",
    ...about("What a town of one size class gets.", "Ce que reçoit une commune d'une classe de taille."),
  });

export type Size = z.output<typeof sizeSchema>;
