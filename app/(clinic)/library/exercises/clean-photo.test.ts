import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleanPhoto, PHOTO_MAX_BYTES, photoFormat } from "./clean-photo";

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 90, b: 20 } } });

async function cleaned(bytes: Uint8Array) {
  const photo = await cleanPhoto(bytes);
  if (typeof photo === "string") throw new Error(photo);
  return { ...photo, metadata: await sharp(photo.bytes).metadata() };
}

describe("a photo of an exercise", () => {
  test("is known by its content", async () => {
    expect(photoFormat(await picture().jpeg().toBuffer())).toBe("jpeg");
    expect(photoFormat(await picture().png().toBuffer())).toBe("png");
    expect(photoFormat(await picture().webp().toBuffer())).toBe("webp");
    expect(photoFormat(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeNull();
    expect(photoFormat(await picture().gif().toBuffer())).toBeNull();
    expect(photoFormat(new Uint8Array())).toBeNull();
  });

  test("is stored as a JPEG, whatever it came as", async () => {
    for (const format of ["jpeg", "png", "webp"] as const) {
      const { metadata, width, height } = await cleaned(await picture().toFormat(format).toBuffer());
      expect([metadata.format, width, height]).toEqual(["jpeg", 40, 20]);
    }
  });

  test("loses where and with what it was taken, and stands upright", async () => {
    const tagged = await picture()
      .withExif({ IFD0: { Copyright: "clinic", Make: "Phone" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();
    const { metadata, bytes } = await cleaned(tagged);
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
    expect([metadata.width, metadata.height]).toEqual([20, 40]);
    expect(Buffer.from(bytes).includes("Phone")).toBe(false);
  });

  test("loses what hides behind it", async () => {
    const behind = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    expect(Buffer.from((await cleaned(behind)).bytes).includes("script")).toBe(false);
  });

  test("is made smaller where it is larger than a screen needs", async () => {
    const { width, height } = await cleaned(await picture(2400, 1200).jpeg().toBuffer());
    expect([width, height]).toEqual([1200, 600]);
  });

  test("is refused when it is none: other content, cut off, too large, too many pixels", async () => {
    const jpeg = await picture(400, 400).jpeg().toBuffer();
    expect(await cleanPhoto(new TextEncoder().encode("%PDF-1.7"))).toBe("not_a_photo");
    expect(await cleanPhoto(jpeg.subarray(0, 300))).toBe("not_a_photo");
    expect(await cleanPhoto(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("not a picture")]))).toBe(
      "not_a_photo",
    );
    expect(await cleanPhoto(new Uint8Array(PHOTO_MAX_BYTES + 1))).toBe("too_large");
    const bomb = await picture(8000, 6000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(PHOTO_MAX_BYTES);
    expect(await cleanPhoto(bomb)).toBe("not_a_photo");
  });
});
