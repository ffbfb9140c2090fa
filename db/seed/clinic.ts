/** Founds a clinic with its owner outside the first-run screens: for journeys and measurements. */
import "server-only";
import { preTenantTransaction } from "../client";
import { foundClinic } from "../founding";
import type { Actor } from "../scope";

export type SeedClinic = {
  name: string;
  phone?: string;
  owner: { name: string; email: string; passwordHash: string };
};

/** In London; no login is opened. */
export function seedClinic({ name, phone, owner }: SeedClinic): Promise<Actor> {
  return preTenantTransaction((tx) =>
    foundClinic(tx, { name, timeZone: "Europe/London", country: "GB", emergencyNumber: "999", phone, owner }),
  );
}
