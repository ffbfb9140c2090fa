/** The one place the server reads its settings from. The launchers check the same values first and explain a bad one. */
import "server-only";
import { z } from "zod";

export type SigningKey = { name: string; key: Uint8Array };

const SigningKeys = z.string().transform((text, context): SigningKey[] => {
  const keys = text.split(",").map((entry) => {
    const [name = "", encoded = ""] = entry.trim().split(":");
    return { name, key: Uint8Array.from(Buffer.from(encoded, "base64")) };
  });
  if (keys.some(({ name, key }) => !/^[\w-]+$/.test(name) || key.length < 32)) {
    context.addIssue({ code: "custom", message: "must be name:base64[,name:base64] with keys of 32 bytes or more" });
  }
  return keys;
});

/** An address, bare or as `Name <address>`; what a mail header can't hold is none. */
const MailAddress = z
  .string()
  .regex(/^(?:[^\s<>@"]+@[^\s<>@"]+|[^<>\r\n"]+ <[^\s<>@"]+@[^\s<>@"]+>)$/, "must be an address, or Name <address>");

const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Origin of every link that leaves the app; unset means links are made on loopback only. */
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  /** Which engine stands behind DATABASE_URL: the launchers set "embedded" when they started it themselves. */
  DATABASE_ENGINE: z.enum(["embedded", "server"]).default("server"),
  DATABASE_URL: z.string().min(1),
  /** Login that owns the tables, for migrations only. */
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  AUTH_SECRET: z.string().min(32),
  /** The first key signs; the others still verify what they signed. */
  SIGNING_KEYS: SigningKeys,
  /** The server that takes reminders, and whom they come from; without both none are offered. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: MailAddress.optional(),
});

const Environment = Settings.refine(
  ({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined),
  {
    path: ["MAIL_FROM"],
    error: "must be set together with SMTP_URL",
  },
);

export type Environment = z.infer<typeof Environment>;

let parsed: Environment | undefined;

/** The settings, parsed at first use (a build has none). Throws naming each bad variable, never its value. */
export function environment(): Environment {
  if (!parsed) {
    const result = Environment.safeParse(process.env);
    if (!result.success) {
      const issues = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
      throw new Error(`Bad settings. ${issues.join("; ")}`);
    }
    parsed = result.data;
  }
  return parsed;
}
