/** Whose entry a write on this device is, of whoever is signed in. */
import type { Owner } from "./device-store";

export const ownerOf = ({ userId, membershipId }: Owner): Owner => ({ userId, membershipId });
