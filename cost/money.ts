/** Millionths of a euro: sums of prices stay whole numbers, so that they come out the same in any order. */
export type MicroEuros = number;

export const microEuros = (euros: number): MicroEuros => Math.round(euros * 1_000_000);

/** Euros, to the cent. */
export const toEuros = (micro: MicroEuros): number => Math.round(micro / 10_000) / 100;
