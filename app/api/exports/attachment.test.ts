import { expect, test } from "vitest";
import { attachment } from "./attachment";

const disposition = (name: string) => attachment(name, "application/pdf")["Content-Disposition"];

test.each([
  [
    "Amara Reyes-Lind 2026-10-07.pdf",
    `attachment; filename="Amara Reyes-Lind 2026-10-07.pdf"; filename*=UTF-8''Amara%20Reyes-Lind%202026-10-07.pdf`,
  ],
  ["Łucja Żak.pdf", `attachment; filename="ucja Zak.pdf"; filename*=UTF-8''%C5%81ucja%20%C5%BBak.pdf`],
  ["../../etc/passwd", `attachment; filename="etc passwd"; filename*=UTF-8''etc%20passwd`],
  [
    'a"\r\nSet-Cookie: x=1\u0000.pdf',
    `attachment; filename="a Set-Cookie x=1 .pdf"; filename*=UTF-8''a%20Set-Cookie%20x%3D1%20.pdf`,
  ],
  ["\u202efdp.exe", `attachment; filename="fdp.exe"; filename*=UTF-8''fdp.exe`],
  ["...", `attachment; filename="file"; filename*=UTF-8''file`],
])("the name %j", (name, expected) => {
  expect(disposition(name)).toBe(expected);
});

test("the file is saved, not sniffed, not cached", () => {
  expect(attachment("a.pdf", "application/pdf")).toMatchObject({
    "Content-Type": "application/pdf",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  });
});
