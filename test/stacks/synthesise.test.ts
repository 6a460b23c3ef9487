import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/lib/networking-network-v2";
import { NetworkingRouterV2 } from "@cdktf/provider-openstack/lib/networking-router-v2";
import { describe, expect, it } from "@jest/globals";
import { Lazy, TerraformElement, TerraformStack, Testing, Token } from "cdktf";
import { RootConstruct } from "constructs";
import { HostingStack } from "../../stacks/hosting";
import { render } from "../../stacks/render";
import { synthesise, synthesiseStack } from "../../stacks/synthesise";
import { EVERY_BLUEPRINT, ILE_D_AIX, ROCHEFORT } from "../blueprints";
import { refusal } from "../synth";

const ROOT = join(__dirname, "..", "..");

describe("synthesise", () => {
  it("gives the same bytes twice", () => {
    expect(synthesise(ROCHEFORT).json).toBe(synthesise(ROCHEFORT).json);
  });

  it("gives the same bytes in another process, from another folder", () => {
    const script = `process.stdout.write(require(${JSON.stringify(join(ROOT, "stacks/synthesise"))}).synthesise(
      require(${JSON.stringify(join(ROOT, "test/blueprints"))}).ROCHEFORT).json)`;
    const loader = join(ROOT, "scripts", "typescript.cjs");
    const other = execFileSync(process.execPath, ["-r", loader, "-e", script], { cwd: tmpdir(), encoding: "utf8" });
    expect(other).toBe(synthesise(ROCHEFORT).json);
  });

  it("ends with a line break, and is indented for people", () => {
    expect(synthesise(ILE_D_AIX).json).toMatch(/^\{\n {2}"provider": [\s\S]*\n\}\n$/);
  });

  it("tells nothing of the machine, nor of CDKTF", () => {
    const { json } = synthesise(ROCHEFORT);
    expect(json).not.toContain('"//"');
    expect(json).not.toContain(ROOT);
    expect(json).not.toMatch(/cdk(tf|tn)/i);
  });

  it("leaves no folder behind", () => {
    const before = readdirSync(ROOT);
    synthesise(ROCHEFORT);
    expect(readdirSync(ROOT)).toEqual(before);
  });

  it("keeps nothing of a town once it is done", () => {
    const before = kept();
    synthesise(ROCHEFORT);
    expect(kept()).toBe(before);
  });

  it("does not disturb a stack that somebody else is building", () => {
    const theirs = new HostingStack(new RootConstruct(), "theirs", ROCHEFORT);
    const { json } = synthesise(ILE_D_AIX);
    expect(render(theirs)).toEqual(JSON.parse(synthesise(ROCHEFORT).json));
    expect(synthesise(ILE_D_AIX).json).toBe(json);
  });

  it("keeps nothing of a town that is refused", () => {
    const before = kept();
    expect(() => synthesise({ ...ILE_D_AIX, zones: {} })).toThrow(refusal("service-zone-missing"));
    expect(kept()).toBe(before);
  });
});

describe("synthesiseStack", () => {
  it("tells every validation that fails as the operator's mistake", () => {
    const stack = new HostingStack(new RootConstruct(), "hosting", ILE_D_AIX);
    stack.node.findChild("network").node.addValidation({ validate: () => ["too narrow", "too deep"] });
    stack.node.findChild("service").node.addValidation({ validate: () => ["too many"] });
    expect(() => synthesiseStack(stack)).toThrow(
      refusal("construct-refused", "construct-refused", "construct-refused"),
    );
    expect(() => synthesiseStack(stack)).toThrow("hosting/network: too deep");
  });

  it("refuses resources without their provider, as CDKTF does", () => {
    const stack = new TerraformStack(new RootConstruct(), "bare");
    new NetworkingRouterV2(stack, "router", {});
    expect(() => synthesiseStack(stack)).toThrow(refusal("construct-refused"));
  });
});

/** References that CDKTF still holds. */
function kept(): number {
  const { __cdktfTokenMap: map } = globalThis as unknown as {
    __cdktfTokenMap: { stringTokenMap: Map<string, unknown> };
  };
  return map.stringTokenMap.size;
}

describe("render", () => {
  it.each(Object.entries(EVERY_BLUEPRINT))("gives what CDKTF itself would for %s", (_, blueprint) => {
    const stack = new HostingStack(new RootConstruct(), "hosting", blueprint);
    expect(render(stack)).toEqual(JSON.parse(Testing.synth(stack, true)));
  });

  it("follows references to texts, lists, maps and numbers, wherever they stand", () => {
    const stack = new TerraformStack(new RootConstruct(), "test");
    const router = new NetworkingRouterV2(stack, "router", {});
    const network = new NetworkingNetworkV2(stack, "network", {});
    new Part(stack, "part", {
      locals: {
        text: router.id,
        inside: `a ${router.id} b`,
        list: router.allTags,
        lists: [router.allTags, "plain"],
        number: network.mtu,
        "number inside": `mtu ${network.mtu}`,
        map: Token.asStringMap(router.interpolationForAttribute("map")),
        token: router.interpolationForAttribute("name"),
        lazy: [{ value: Lazy.anyValue({ produce: () => undefined }) }],
        flag: false,
        nothing: undefined,
        zero: 0,
        empty: [],
      },
    });
    expect(render(stack).locals).toEqual((stack.toTerraform() as { locals: unknown }).locals);
    expect(render(stack).locals).toMatchObject({
      text: `\${openstack_networking_router_v2.router.id}`,
      inside: `a \${openstack_networking_router_v2.router.id} b`,
      number: `\${openstack_networking_network_v2.network.mtu}`,
      lazy: [{}],
      flag: false,
      zero: 0,
      empty: [],
    });
  });

  it("joins the blocks of several elements", () => {
    const stack = new TerraformStack(new RootConstruct(), "test");
    new Part(stack, "one", { terraform: { b: 1, a: [1] }, resource: { thing: { one: { "//": { x: 1 }, y: 2 } } } });
    new Part(stack, "two", { terraform: { c: { d: 2 } }, resource: { thing: { two: { "//": { x: 1 } } } } });
    expect(JSON.stringify(render(stack))).toBe(
      '{"resource":{"thing":{"one":{"y":2},"two":{}}},"terraform":{"a":[1],"b":1,"c":{"d":2}}}',
    );
  });
});

/** An element that is nothing but its block. */
class Part extends TerraformElement {
  constructor(
    stack: TerraformStack,
    id: string,
    private readonly block: object,
  ) {
    super(stack, id);
  }
  override toTerraform() {
    return this.block;
  }
}
