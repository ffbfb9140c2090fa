/** A photo as it was uploaded, made harmless: known by its first bytes, decoded, turned upright and written anew without metadata. */
import sharp from "sharp";
import type { NewPhoto } from "@/db/clinic-item";

export const PHOTO_MAX_BYTES = 5 * 1024 * 1024;
/** Decoded, 40 megapixels are 120 MB. */
const PIXELS_MAX = 40_000_000;
const EDGE_MAX = 1_200;

type Format = "jpeg" | "png" | "webp";

const startsWith = (bytes: Uint8Array, at: number, ...expected: readonly number[]): boolean =>
  expected.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** By its content, whatever name and type the browser gave it; null for anything else. */
export function photoFormat(bytes: Uint8Array): Format | null {
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return "jpeg";
  if (startsWith(bytes, 0, 0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (startsWith(bytes, 0, ...ascii("RIFF")) && startsWith(bytes, 8, ...ascii("WEBP"))) return "webp";
  return null;
}

export type PhotoFault = "too_large" | "not_a_photo";

/** JPEG, at most 1200 px wide and high. Place, camera and whatever was hidden behind the picture are gone. */
export async function cleanPhoto(bytes: Uint8Array): Promise<NewPhoto | PhotoFault> {
  if (bytes.length > PHOTO_MAX_BYTES) return "too_large";
  const format = photoFormat(bytes);
  if (format === null) return "not_a_photo";
  try {
    const photo = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" });
    if ((await photo.metadata()).format !== format) return "not_a_photo";
    const { data, info } = await photo
      .autoOrient()
      .resize({ width: EDGE_MAX, height: EDGE_MAX, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // Cut off, made of too many pixels, or only pretending: none of it is a picture to show.
    return "not_a_photo";
  }
}
