import { describe, expect, test } from "vitest";
import { COMMON_WORDS } from "./common-passwords";
import { passwordFault } from "./password-rules";

describe("a new password", () => {
  test.each([
    ["elevenchars", "too-short"],
    ["", "too-short"],
    ["é".repeat(513), "too-long"],
    ["x".repeat(1025), "too-long"],
  ])("%s is refused for its length", (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  test("has twelve characters, however many bytes each takes", () => {
    expect(passwordFault("grünßlich øre")).toBeNull();
    expect(passwordFault("🐢🐸🦎🐍🐊🐢🐸🦎🐍🐊🦎")).toBe("too-short");
  });

  test("with 1024 bytes still passes, with one more it doesn't", () => {
    const phrase = "the heron stands in cold water ".repeat(40);
    expect(passwordFault(phrase.slice(0, 1024))).toBeNull();
    expect(passwordFault(phrase.slice(0, 1025))).toBe("too-long");
  });

  test.each([
    "password1234",
    "Password2026!",
    "P4ssw0rd!!!!",
    "123password123",
    "physiotherapy1",
    "counterpoise!",
    "sunshine20262026",
    "passwordpassword",
    "qwertyuiop12",
    "1q2w3e4r5t6y",
    "123456789012",
    "987654321098",
    "abcdefghijkl",
    "aaaaaaaaaaaa",
    "abcabcabcabcab",
    "1qaz2wsx3edc",
    "asdfghjkl1234",
  ])("%s is among the first anyone would try", (password) => {
    expect(passwordFault(password)).toBe("common");
  });

  test.each([
    "correct horse battery staple",
    "the heron stands still",
    "ljubljana-koper-1986",
    "830174629955",
    "bridge falcon",
    "vrt za hišo zeleni",
    "kX9#pQ2!mZ7v",
  ])("%s is accepted: no rule about kinds of characters", (password) => {
    expect(passwordFault(password)).toBeNull();
  });

  test("is not the person's own email, name or clinic with a number", () => {
    const person = ["m.oduya@harbour.example", "Miriam Oduya-Keller", "Harbour Street Physiotherapy"];
    expect(passwordFault("miriamoduyakeller1", person)).toBe("personal");
    expect(passwordFault("moduya@2026!!!", person)).toBe("personal");
    expect(passwordFault("Miriam20262026", person)).toBe("personal");
    expect(passwordFault("miriam keeps two herons", person)).toBeNull();
  });
});

test("the list holds lower-case words without digits, as the rules compare them", () => {
  expect(COMMON_WORDS.size).toBeGreaterThan(1_000);
  for (const word of COMMON_WORDS) expect(word).toMatch(/^[a-z]+$/);
});
