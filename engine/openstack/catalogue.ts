import { regionNotChosen, regionUnknown, serviceAbsent } from "../../problems/catalogue/openstack";
import { OperatorError } from "../../problems/problem";
import { nearest } from "../../problems/words";
import type { Interface } from "./cloud";
import { SERVICES, type Service } from "./services";
import type { Catalogue } from "./token";

/** The addresses of one region's services. */
export class Region {
  readonly name: string;

  /**
   * @param asked @default - the only region of the catalogue
   * @throws OperatorError `cloud-region-unknown`, `cloud-region-not-chosen`
   */
  constructor(
    private readonly catalogue: Catalogue,
    private readonly face: Interface,
    asked?: string,
  ) {
    const known = regionsOf(catalogue);
    if (asked === undefined && known.length > 1) throw new OperatorError([regionNotChosen({ known })]);
    const name = asked ?? known[0];
    if (name === undefined || !known.includes(name)) {
      const suggestion = nearest(name ?? "", known);
      throw new OperatorError([
        regionUnknown({ received: name ?? "", known, ...(suggestion && suggestion !== name && { suggestion }) }),
      ]);
    }
    this.name = name;
  }

  has(service: Service): boolean {
    return this.find(service) !== undefined;
  }

  /**
   * The address of a service, its version included, without a slash at its end.
   *
   * @throws OperatorError `cloud-service-absent`
   */
  addressOf(service: Service): string {
    const url = this.find(service);
    const { title, types, version } = SERVICES[service];
    if (url === undefined)
      throw new OperatorError([serviceAbsent({ service: title, types, region: this.name, interface: this.face })]);
    const address = url.replace(/\/+$/, "");
    return /\/v\d+(\.\d+)?(\/|$)/.test(new URL(address).pathname) ? address : `${address}/${version}`;
  }

  private find(service: Service): string | undefined {
    for (const type of SERVICES[service].types) {
      const endpoints = this.catalogue.find((entry) => entry.type === type)?.endpoints ?? [];
      const found = endpoints.find((endpoint) => endpoint.interface === this.face && regionOf(endpoint) === this.name);
      if (found) return found.url;
    }
    return undefined;
  }
}

type Endpoint = Catalogue[number]["endpoints"][number];

function regionOf({ region_id, region }: Endpoint): string {
  return region_id ?? region ?? "";
}

function regionsOf(catalogue: Catalogue): string[] {
  return [...new Set(catalogue.flatMap(({ endpoints }) => endpoints.map(regionOf)))].filter(Boolean).sort();
}
