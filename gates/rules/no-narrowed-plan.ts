import { defineRule } from "../rule";

/** As many addresses as a person reads. */
const SHOWN = 3;

export default defineRule({
  id: "LIFE-005",
  severity: "error",
  title: {
    en: "The plan speaks of everything that the state holds.",
    fr: "Le plan parle de tout ce que contient l'état.",
  },
  why: {
    en: "A plan narrowed by `-target` or `-exclude` hides the rest, which nobody has judged, and leaves the state half-way.",
    fr: "Un plan réduit par `-target` ou `-exclude` cache le reste, que personne n'a jugé, et laisse l'état à mi-chemin.",
  },
  fix: {
    en: "Plan again without `-target` and without `-exclude`.",
    fr: "Refaites le plan sans `-target` ni `-exclude`.",
  },
  resources: ["plan"],

  check(_plan, { plan: { leftAside } }) {
    if (leftAside.length === 0) return "pass";
    const names = leftAside.slice(0, SHOWN).join(", ");
    const more = leftAside.length > SHOWN ? ` … (${leftAside.length})` : "";
    return { verdict: "fail", detail: { en: `left aside: ${names}${more}`, fr: `laissées de côté : ${names}${more}` } };
  },

  examples: {
    pass: [{ name: "a whole plan", leavesOut: "-target", after: {} }],
    fail: [
      {
        name: "two resources are left aside",
        after: {},
        leftAside: ["openstack_x.a", "openstack_x.b"],
        byHand: "a plan is narrowed as a whole: another test makes one",
      },
    ],
    unknown: [],
  },
});
